// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plays people on a cluster while harm befalls it, and judges.
//   build/bin/cluster_campaign --harm node-killed:20 --harm redis-flushed:50 [--nodes 2] [--chatters 1400] …
// Ends with 0 when nothing was wrong, 1 when something was, 2 when it could not be told. With --spoil it is the other way round: the checker has
// to find what is made wrong behind the cluster's back.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

#include "tests/faults/cluster/campaign.h"
#include "tests/faults/cluster/spoil.h"

using namespace jjak::faults;
using namespace Qt::StringLiterals;

namespace {

Plan planFrom(const QCommandLineParser &said)
{
    Plan plan;
    const auto number = [&](const QString &name, int &value) {
        if (said.isSet(name))
            value = said.value(name).toInt();
    };
    for (const auto &[name, value] : {std::pair(u"nodes"_s, &plan.nodes), {u"chatters"_s, &plan.chatters}, {u"seekers"_s, &plan.seekers}, {u"daters"_s, &plan.daters}, {u"pace"_s, &plan.pace},
                                      {u"newcomers"_s, &plan.newcomers}, {u"rounds"_s, &plan.rounds}})
        number(name, *value);
    plan.redis = !said.isSet(u"alone"_s);
    plan.nodes = plan.redis ? plan.nodes : 1;
    if (said.isSet(u"fence"_s))
        plan.fence = said.value(u"fence"_s) == "away"_L1 ? FenceAudit::Fence::TakenAway : FenceAudit::Fence::Kept;
    plan.logs = said.value(u"logs"_s);
    for (const QString &harm : said.values(u"harm"_s))
        plan.harm.append({harm.section(u':', 0, 0), std::max(1, harm.section(u':', 1).toInt())});
    for (const QString &setting : said.values(u"set"_s))
        plan.settings.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    return plan;
}

int run(const QCommandLineParser &said)
{
    QElapsedTimer time;
    time.start();
    Campaign campaign(planFrom(said));
    if (const QString wrong = campaign.play(); !wrong.isEmpty())
        return std::printf("%s", qPrintable(wrong)), 2;
    QString spoilt;
    if (said.isSet(u"spoil"_s))
        spoilt = spoil(campaign.stage().database());
    const Findings findings = campaign.judge();
    const bool ended = campaign.stage().stop();
    std::printf("%s", qPrintable(findings.text()));
    for (const QString &remark : campaign.remarks())
        std::printf("%s\n", qPrintable(remark));
    if (!ended)
        std::printf("a node did not end in good order\n%s", qPrintable(campaign.stage().logs()));
    const auto fence = said.isSet(u"fence"_s) ? campaign.fence() : FenceAudit::Count();
    if (said.isSet(u"fence"_s))
        std::printf("streams claimed %lld, refused by the fence %lld, let through %lld\n", fence.claims, fence.refused, fence.accepted);
    std::printf("%lld s\n", time.elapsed() / 1000);
    const bool clean = findings.all() == 0 && fence.accepted == 0 && ended && campaign.remarks().isEmpty();
    if (!said.isSet(u"spoil"_s))
        return clean ? 0 : 1;
    std::printf("spoilt: %s\n", qPrintable(spoilt));
    return findings.of(Wrong::Lost) > 0 && findings.of(Wrong::Doubled) > 0 && findings.of(Wrong::Gap) > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser said;
    said.addHelpOption();
    said.addOptions({{u"harm"_s, u"What befalls it, and how often: %1. Again for more."_s.arg(Harm::names().join(u", "_s)), u"name:times"_s},
                     {u"nodes"_s, u"How many."_s, u"n"_s},
                     {u"alone"_s, u"One node without a Redis."_s},
                     {u"chatters"_s, u"People who write."_s, u"n"_s},
                     {u"pace"_s, u"How many times as long everybody takes for everything."_s, u"n"_s},
                     {u"seekers"_s, u"People who meet nearby."_s, u"n"_s},
                     {u"daters"_s, u"People on dates."_s, u"n"_s},
                     {u"newcomers"_s, u"People who enter dates within 5 s."_s, u"n"_s},
                     {u"rounds"_s, u"How often so many of them come."_s, u"n"_s},
                     {u"fence"_s, u"Watch it, or take it away and see what it was good for."_s, u"watch|away"_s},
                     {u"set"_s, u"An environment variable for the nodes. Again for more."_s, u"name=value"_s},
                     {u"logs"_s, u"A folder for the logs, which are kept there."_s, u"folder"_s},
                     {u"spoil"_s, u"Takes a message out and puts one in twice before the judgement."_s}});
    said.process(application);
    try {
        return run(said);
    } catch (const std::exception &e) {
        return std::printf("%s\n", e.what()), 2;
    }
}
