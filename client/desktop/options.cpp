// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("jjak::desktop::Options", "Meet people: nearby, one to one, safely."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, QCoreApplication::translate("jjak::desktop::Options", "Connect to this server."), u"URL"_s);
    const QCommandLineOption language(u"lang"_s, QCoreApplication::translate("jjak::desktop::Options", "Speak this language: ko or en."), u"CODE"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("jjak::desktop::Options", "Look: system, light or dark."), u"NAME"_s);
    const QCommandLineOption data(u"data"_s, QCoreApplication::translate("jjak::desktop::Options", "Keep settings, cache and sign-in in this folder."), u"DIR"_s);
    const QCommandLineOption page(u"page"_s, QCoreApplication::translate("jjak::desktop::Options", "Begin with this page: nearby, dates, chats, lounge or settings."), u"NAME"_s);
    parser.addOptions({server, language, theme, data, page});
    parser.process(arguments);
    return {parser.value(server), parser.value(language), parser.value(theme), parser.value(data), parser.value(page)};
}

} // namespace jjak::desktop
