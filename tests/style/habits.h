// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "source.h"

//! The rules of CONTRIBUTING.md that a program can see in one file. Each gives its findings, none when all is well.
namespace jjak::style {

QStringList missingLicence(const SourceFile &file);
QStringList missingPragmaOnce(const SourceFile &file);
QStringList ownHeaderNotFirst(const SourceFile &file);
QStringList tooLong(const SourceFile &file);
//! SQL that is put together from pieces: values are bound, statements are literals.
QStringList composedSql(const SourceFile &file);
//! Words for work that is left over.
QStringList leftOverWork(const SourceFile &file);
//! Sentences belong to the clients: the server sends codes.
QStringList sentencesInTheServer(const SourceFile &file);
//! The rules and the services are the same for one server and for many: they know of no engine and of no other server.
QStringList otherServers(const SourceFile &file);
//! Everything comes through constructors.
QStringList singletons(const SourceFile &file);

} // namespace jjak::style
