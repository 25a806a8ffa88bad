// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>

#include "server/control/control_client.h"

namespace jjak::control {

//! A line to standard output.
void say(const QString &line);
//! JSON, indented, to standard output.
void sayJson(const QByteArray &json);
//! "jjakctl: sentence" to standard error. Returns the code it was given.
int complain(const QString &sentence, int code);

//! The sentence for what a server refused.
QString sentenceFor(const Error &error);

//! Connects to the server that --data names; nullptr when that failed and has been said.
std::unique_ptr<ControlClient> connected(const QCommandLineParser &options);

//! The file as text; nullopt when that failed and has been said.
std::optional<QString> textOf(const QString &file);

} // namespace jjak::control
