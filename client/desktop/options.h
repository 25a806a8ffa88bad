// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace jjak::desktop {

//! What the command line asks for. Empty: as the settings say.
struct Options {
    QString server;
    QString language;
    QString theme;
    QString dataFolder; //!< everything the program keeps stands in there, and the keychain is not used
    QString page;       //!< "nearby", "dates", "chats", "settings": where to begin
};

//! Reads the arguments; prints help, version or the mistake and ends the program where that is asked for.
Options readOptions(const QStringList &arguments);

} // namespace jjak::desktop
