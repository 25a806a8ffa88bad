// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/evening.h"

#include <algorithm>

namespace jjak::e2e {

using namespace Qt::StringLiterals;
using protocol::DatePhase;

QString shortScript(const Pace &pace)
{
    QString out = u"name = \"short\"\nlanguages = [\"ko\", \"en\"]\n"_s;
    const auto phase = [&](const QString &kind, double seconds, const QString &more) { out += u"[[phase]]\nkind = \"%1\"\nseconds = %2\n%3\n"_s.arg(kind, QString::number(seconds), more); };
    phase(u"welcome"_s, pace.welcome, u"lines = [\"w1\", \"w2\", \"w3\"]\ngap = %1"_s.arg(pace.welcome / 3));
    phase(u"impression"_s, pace.impression, u"lines = [\"i1\"]"_s);
    phase(u"topic"_s, pace.topic, {});
    phase(u"talk"_s, pace.talk, u"announce = [1]"_s);
    phase(u"arrow"_s, pace.arrow, u"lines = [\"a1\"]"_s);
    phase(u"reveal"_s, pace.reveal, u"lines = [\"r1\"]"_s);
    phase(u"farewell"_s, pace.farewell, u"lines = [\"f1\"]"_s);
    const auto text = [&](const QString &key, const QString &words) { out += u"[%1]\nko = \"%2\"\nen = \"%2\"\n"_s.arg(key, words); };
    for (const QString &key : linesOfShortScript() + QStringList{u"alone"_s})
        text(u"lines."_s + key, u"words of "_s + key);
    text(u"lines.left"_s, u"%1 left"_s);
    text(u"lines.cool"_s, u"%1, slowly"_s);
    text(u"lines.invite"_s, u"and %*?"_s);
    for (int i = 0; i < 3; ++i)
        text(u"pack.p.t%1"_s.arg(i), u"a topic"_s);
    return out;
}

QStringList linesOfShortScript()
{
    return {u"w1"_s, u"w2"_s, u"w3"_s, u"i1"_s, u"a1"_s, u"r1"_s, u"f1"_s};
}

bool Evening::begin(int count)
{
    if (!server.start())
        return false;
    test::ControlSocket control(server.folder());
    const auto opened = control.openEvent(limits::seats, m_script.isEmpty() ? std::nullopt : std::optional(m_script));
    if (!opened) {
        qWarning("no event: %s %s %s", nameOf(opened.error().code).data(), qPrintable(opened.error().field), qPrintable(opened.error().reason));
        return false;
    }
    event = *opened;
    for (int i = 0; i < count; ++i) {
        people.push_back(std::make_unique<Person>(u"person%1"_s.arg(i), server.port()));
        if (!people.back()->signUp())
            return false;
    }
    return true;
}

bool Evening::enter(int first, int end)
{
    for (int i = first; i < end; ++i) {
        people[size_t(i)]->session().enterDate(event.event);
        const auto sees = [&](const std::unique_ptr<Person> &p) { return p->date() || (p->blindDate().lobby && p->blindDate().lobby->seated == i + 1); };
        if (!waitFor([&] { return std::all_of(people.begin(), people.begin() + i + 1, sees); }))
            return false;
    }
    return true;
}

bool Evening::all(const std::function<bool(Person &)> &condition, int milliseconds)
{
    return waitFor([&] { return std::ranges::all_of(people, [&](const auto &p) { return condition(*p); }); }, milliseconds);
}

bool Evening::allIn(DatePhase phase, int milliseconds)
{
    return all([&](Person &p) { return p.isIn(phase); }, milliseconds);
}

QStringList Evening::hostLines(Person &person)
{
    QStringList out;
    for (const protocol::Message &message : person.messages(room())) {
        if (message.kind == protocol::MessageKind::Host && !message.text.startsWith(u"left"_s) && !message.text.startsWith(u"p."_s))
            out.append(message.text);
    }
    return out;
}

} // namespace jjak::e2e
