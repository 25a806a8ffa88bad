// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <optional>

//! The documents that are written from the registry, so that they cannot drift from the code. Pure functions.
namespace jjak::protocol {

//! PROTOCOL.md with every part between `<!-- generated: NAME -->` and `<!-- end of generated part -->` written anew.
//! Names: commands, values, enumerations, events, errors, limits, rights. nullopt for an unknown name or a missing end.
std::optional<QByteArray> withTables(const QByteArray &markdown);

//! The protocol as an AsyncAPI 2.6 document (https://www.asyncapi.com/docs/reference/specification/v2.6.0).
QJsonObject asyncApi();

} // namespace jjak::protocol
