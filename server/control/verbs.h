// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

namespace jjak::control {

//! How jjakctl ends.
enum Exit { Good = 0, Refused = 1, BadCommandLine = 2 };

//! One thing jjakctl can do.
struct Verb {
    QString words;     //!< "event open"; two of them or one
    QString doc;       //!< one sentence
    QStringList takes; //!< what has to be named behind the words
    QStringList mayTake; //!< what may be named behind those
    QList<QCommandLineOption> options;
    //! The values behind the words, and the options. The end of the program.
    int (*run)(const QStringList &values, const QCommandLineParser &options);
};

QList<Verb> eventVerbs();
QList<Verb> accountVerbs();
QList<Verb> scriptVerbs();
QList<Verb> moveVerbs();
QList<Verb> clusterVerbs();
QList<Verb> letterVerbs();

//! Every verb knows it.
inline const QCommandLineOption dataOption{QStringLiteral("data"), QStringLiteral("The server's data folder; else JJAK_DATA_FOLDER, else jjakd in the user's data folder."), QStringLiteral("folder")};
//! Of verbs that show something.
inline const QCommandLineOption jsonOption{QStringLiteral("json"), QStringLiteral("As JSON, for programs.")};

} // namespace jjak::control
