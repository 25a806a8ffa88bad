// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>

#include "server/control/say.h"
#include "server/control/verbs.h"

using namespace Qt::StringLiterals;
using namespace jjak::control;

namespace {

QString usage(const QList<Verb> &verbs)
{
    QString out = u"Usage: jjakctl WHAT [options]\nFor the operator of a Jjak server, on the machine where it runs.\n\n"_s;
    for (const Verb &verb : verbs) {
        QStringList call{verb.words};
        call += verb.takes;
        for (const QString &optional : verb.mayTake)
            call += u'[' + optional + u']';
        out += u"  %1\n      %2\n"_s.arg(call.join(u' '), verb.doc);
    }
    return out + u"\n“jjakctl WHAT --help” tells its options. Ends with 0 when it is done, 1 when the server or a file says no, 2 when the command line makes no sense."_s;
}

//! The first two words that are neither options nor the value of --data.
QString wordsOf(const QStringList &arguments)
{
    QStringList words;
    for (qsizetype i = 1; i < arguments.size() && words.size() < 2; ++i) {
        if (arguments[i] == "--data"_L1)
            ++i;
        else if (!arguments[i].startsWith(u'-'))
            words += arguments[i];
    }
    return words.join(u' ');
}

int perform(const Verb &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(verb.words, verb.doc, verb.words);
    for (const QString &value : verb.takes)
        parser.addPositionalArgument(value, {}, value);
    for (const QString &value : verb.mayTake)
        parser.addPositionalArgument(value, {}, u'[' + value + u']');
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Tells this."_s);
    parser.addOption(help);
    parser.addOptions(verb.options);
    if (!parser.parse(arguments))
        return complain(parser.errorText() + u'.', BadCommandLine);
    if (parser.isSet(help)) {
        say(parser.helpText().trimmed());
        return Good;
    }
    const QStringList values = parser.positionalArguments().sliced(verb.words.count(u' ') + 1);
    if (values.size() < verb.takes.size())
        return complain(u"“%1” needs %2; see jjakctl %1 --help."_s.arg(verb.words, verb.takes.sliced(values.size()).join(u" and "_s)), BadCommandLine);
    if (values.size() > verb.takes.size() + verb.mayTake.size())
        return complain(u"“%1” is too much; see jjakctl %2 --help."_s.arg(values.constLast(), verb.words), BadCommandLine);
    return verb.run(values, parser);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"jjakctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JJAK_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    const QList<Verb> verbs = eventVerbs() + accountVerbs() + scriptVerbs() + moveVerbs() + clusterVerbs() + letterVerbs();
    const QString words = wordsOf(arguments);
    const auto verb = std::ranges::find_if(verbs, [&](const Verb &one) { return words == one.words || words.startsWith(one.words + u' '); });
    if (verb != verbs.end())
        return perform(*verb, arguments);
    if (arguments.contains(u"--version"_s)) {
        say(QStringLiteral("jjakctl " JJAK_VERSION));
        return Good;
    }
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        say(usage(verbs));
        return Good;
    }
    return complain(words.isEmpty() ? u"What is to be done? See jjakctl --help."_s : u"There is no “%1”; see jjakctl --help."_s.arg(words), BadCommandLine);
}
