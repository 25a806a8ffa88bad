// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTextCharFormat>
#include <QUrl>

class QTextDocument;

//! What makes Markdown of others harmless, before and after Qt has read it.
namespace jjak::desktop {

//! A piece of a block that looks the same all through.
struct Piece {
    int position = 0;
    int length = 0;
    QTextCharFormat format = {};
    QString text = {};
};

[[nodiscard]] QList<Piece> piecesOf(const QTextDocument &document);

//! The Markdown without characters that steer the reader's eye, and with the line breaks that its author has made.
[[nodiscard]] QString washedText(const QString &markdown);
//! Of a document that has been read and has no layout yet: images become their descriptions, links say where they lead or
//! are none, and nothing turns the direction of the text.
void wash(QTextDocument &document);

//! The address of a link that may be opened after a question; empty for all others.
[[nodiscard]] QUrl openableLink(const QString &href);

} // namespace jjak::desktop
