// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/options.h"

#include <QCommandLineParser>
#include <QFile>
#include <cstdio>
#include <cstdlib>

#include "client/core/settings/settings.h"
#include "client/terminal/full/sign_in_form.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "jjak-term: %s\n", why.toUtf8().constData());
    std::exit(2);
}

//! The first line of the file.
QString readPassword(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(translate("term", "The password file cannot be read: %1").arg(file.errorString()));
    QString line = QString::fromUtf8(file.readLine(1024));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translate("term", "Jjak in the terminal: meet people nearby and talk."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"server"_s, translate("term", "Address of the server, for instance jjak.example.org."), u"URL"_s});
    parser.addOption({u"name"_s, translate("term", "Sign in under this name."), u"NAME"_s});
    parser.addOption({u"password-file"_s, translate("term", "The password is the first line of this file; else it is asked for."), u"FILE"_s});
    parser.addOption({u"sign-up"_s, translate("term", "Make a new account instead of signing in.")});
    parser.addOption({u"birth"_s, translate("term", "Date of birth for --sign-up."), u"YYYY-MM-DD"_s});
    parser.addOption({u"lang"_s, translate("term", "Language: ko or en."), u"LANG"_s});
    parser.addOption({u"plain"_s, translate("term", "Line by line, without control of the terminal: for screen readers and pipes.")});
    parser.addOption({u"check"_s, translate("term", "Let a scripted newcomer meet a demo person; the exit code is 0 if that works.")});
    parser.addOption({u"date"_s, translate("term", "With --check: the newcomer plays a blind date to its end too; an event has to be open.")});
    parser.process(app);

    Options options;
    if (!parser.positionalArguments().isEmpty())
        refuse(translate("term", "“%1” is not understood. --help lists the options.").arg(parser.positionalArguments().first()));
    options.mode = parser.isSet(u"check"_s) ? Options::Mode::Check : parser.isSet(u"plain"_s) ? Options::Mode::Plain : Options::Mode::Full;
    if (parser.isSet(u"server"_s) && !(options.server = client::Settings::serverFrom(parser.value(u"server"_s))))
        refuse(translate("term", "“%1” is no address of a server.").arg(parser.value(u"server"_s)));
    options.withDate = parser.isSet(u"date"_s);
    options.name = parser.value(u"name"_s);
    options.language = parser.value(u"lang"_s);
    if (!options.language.isEmpty() && options.language != "ko"_L1 && options.language != "en"_L1)
        refuse(translate("term", "The language is ko or en."));
    options.signUp = parser.isSet(u"sign-up"_s);
    if (parser.isSet(u"birth"_s) && !(options.birth = birthFrom(parser.value(u"birth"_s))))
        refuse(translate("term", "The date of birth is needed as year-month-day, for instance 2000-02-29."));
    if (parser.isSet(u"password-file"_s))
        options.password = readPassword(parser.value(u"password-file"_s));
    return options;
}

} // namespace jjak::terminal
