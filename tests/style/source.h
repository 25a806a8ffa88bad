// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

//! Reads the source tree for the rules; knows just enough C++ to tell code, comments and literals apart.
namespace jjak::style {

//! One file, named by its path from the root of the repository.
struct SourceFile {
    QString path;
    QString text;

    bool isCode() const { return path.endsWith(QLatin1StringView(".h")) || path.endsWith(QLatin1StringView(".cpp")); }
    bool isIn(QLatin1StringView folder) const { return path.startsWith(folder) && path.size() > folder.size() && path[folder.size()] == u'/'; }
};

//! Every file of the project's own folders with one of our extensions, and the documents at the root; sorted by path.
QList<SourceFile> readTree(const QString &root);

//! Code between two semicolons or braces: comments gone, every string literal replaced by "".
struct Statement {
    int line = 0; //!< where it begins, counted from 1
    QString code;
    QStringList literals;
};
QList<Statement> statementsOf(const QString &text);

//! One `#include`: what stands between the quotes or angle brackets.
struct Include {
    int line = 0;
    QString name;
    bool quoted = false;
};
QList<Include> includesOf(const QString &text);

//! "path:line: what", the form that editors jump to.
QString finding(const SourceFile &file, qsizetype line, const QString &what);

} // namespace jjak::style
