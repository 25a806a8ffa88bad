// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include "common/base/time.h"

namespace jjak::control {

//! What to rehearse.
struct RehearsalPlan {
    QString toml;
    QStringList languages; //!< of the script
    QString tellIn;        //!< one of them, which jjak-people can speak
    int speed = 1;
    Duration length{0}; //!< of the script at that speed
};

//! A date played from beginning to end by demo people, on a server of its own in a temporary folder. Starts the programs
//! that stand beside this one, and ends them by itself, also when it is interrupted.
class Rehearsal {
public:
    explicit Rehearsal(RehearsalPlan plan) : m_plan(std::move(plan)) {}
    ~Rehearsal();

    //! Prints the timeline while it is played. Empty, or a sentence for the operator.
    QString run();

private:
    QString startServer();
    QString openEvent();
    QString play();
    bool begin(QProcess &process, const QString &program, const QStringList &arguments, const QHash<QString, QString> &settings);

    RehearsalPlan m_plan;
    QTemporaryDir m_folder;
    QString m_demoKey;
    quint16 m_port = 0;
    QProcess m_server, m_people;
};

} // namespace jjak::control
