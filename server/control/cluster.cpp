// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "server/control/say.h"
#include "server/control/verbs.h"

namespace jjak::control {

using namespace Qt::StringLiterals;
namespace cmd = protocol::cmd;

namespace {

//! Columns as wide as their widest cell, two blanks between them.
QStringList aligned(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QStringList out;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        out.append(line.trimmed());
    }
    return out;
}

QStringList rowOf(const cmd::ClusterNode &node)
{
    return {QString::number(node.number) + (node.here ? u" *"_s : QString()), node.name, node.works ? u"yes"_s : u"no"_s, QString::number(node.streams), QString::number(node.devices), u"%1 s"_s.arg(node.left)};
}

void tell(const cmd::ClusterState &state)
{
    const QString counts = u"connected devices: %1, dead letters: %2"_s.arg(state.devices).arg(state.letters);
    if (state.alone) {
        say(u"This server is alone; %1."_s.arg(counts));
        return;
    }
    const auto ownerless = std::ranges::count_if(state.streams, [](const cmd::ClusterStream &stream) { return !stream.owner; });
    say(u"Servers: %1, streams: %2, of them without a server: %3, %4."_s.arg(QString::number(state.nodes.size()), QString::number(state.streams.size()), QString::number(ownerless), counts));
    QList<QStringList> nodes{{u"SERVER"_s, u"NAME"_s, u"WORKS"_s, u"STREAMS"_s, u"DEVICES"_s, u"GONE IN"_s}}, streams{{u"STREAM"_s, u"SERVER"_s, u"POSITION"_s}};
    for (const cmd::ClusterNode &node : state.nodes)
        nodes.append(rowOf(node));
    for (const cmd::ClusterStream &stream : state.streams)
        streams.append({QString::number(stream.stream), stream.owner ? QString::number(*stream.owner) : u"none"_s, stream.position});
    for (const QList<QStringList> &table : {nodes, streams})
        say(u'\n' + aligned(table).join(u'\n'));
}

int status(const QStringList &, const QCommandLineParser &options)
{
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto state = server->ask(cmd::LookAtCluster());
    if (!state)
        return complain(sentenceFor(state.error()), Refused);
    if (options.isSet(jsonOption))
        sayJson(protocol::encode(*state));
    else
        tell(*state);
    return Good;
}

} // namespace

QList<Verb> clusterVerbs()
{
    return {{u"cluster status"_s, u"Shows the servers that share the database, and which of them runs what."_s, {}, {}, {jsonOption, dataOption}, status}};
}

} // namespace jjak::control
