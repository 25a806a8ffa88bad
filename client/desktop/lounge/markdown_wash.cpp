// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/markdown_wash.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include "client/desktop/kit/message_text.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! What stands in the text, without what would steer the reader's eye: control characters and changes of direction.
QString cleaned(const QString &markdown)
{
    QString text = markdown;
    text.replace(u'\t', u"    "_s);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = displayText(line);
    return lines.join(u'\n');
}

//! Begins a block, or belongs to one in which lines mean something else.
bool isSpecial(const QString &line)
{
    static const QRegularExpression mark(u"^(?: {4}|\\s*(?:[-+*#>|=~`]|\\d{1,9}[.)]))"_s);
    return line.trimmed().isEmpty() || line.contains(u'|') || mark.match(line).hasMatch();
}

//! People who press Enter want a new line; Markdown would make a space of it.
QString withBreaks(const QString &markdown)
{
    QStringList lines = markdown.split(u'\n');
    bool fenced = false;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QString start = lines[i].trimmed().left(3);
        fenced = fenced != (start == "```"_L1 || start == "~~~"_L1);
        if (!fenced && !isSpecial(lines[i]) && !isSpecial(lines[i + 1]))
            lines[i] += QChar::LineSeparator;
    }
    return lines.join(u'\n');
}

void replace(QTextDocument &document, int position, int length, const QString &text, const QTextCharFormat &format)
{
    QTextCursor cursor(&document);
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    cursor.insertText(text, format);
}

//! An image is what its author says about it. Has to happen before there is a layout: that one would load the file.
void describeImages(QTextDocument &document)
{
    const QList<Piece> pieces = piecesOf(document);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (!piece->format.isImageFormat())
            continue;
        QTextCharFormat plain;
        plain.setFontItalic(true);
        replace(document, piece->position, piece->length, displayText(piece->format.stringProperty(QTextFormat::ImageAltText)), plain);
    }
}

//! Of characters written as "&#x202e;": nothing cleaned them before.
void dropDirections(QTextDocument &document)
{
    const QList<Piece> pieces = piecesOf(document);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        if (const QString clean = displayText(piece->text); clean != piece->text)
            replace(document, piece->position, piece->length, clean, piece->format);
}

//! The space that Markdown makes of the end of a line, behind the break that stands there already.
void tidyBreaks(QTextDocument &document)
{
    const QString space = QString(QChar::LineSeparator) + u' ';
    for (QTextCursor found = document.find(space); !found.isNull(); found = document.find(space, found)) {
        found.setPosition(found.selectionEnd());
        found.deletePreviousChar();
    }
}

//! The text is the address, or shows so much of it that nothing is hidden.
bool showsAddress(const QString &text, const QUrl &url)
{
    const QString whole = plainAddress(url), shown = text.trimmed();
    for (const QString &form : {whole, whole.endsWith(u'/') ? whole.chopped(1) : whole + u'/'})
        if (shown == form || (u"http://"_s + shown) == form || (u"https://"_s + shown) == form)
            return true;
    return false;
}

//! Says behind each link where it leads; what leads nowhere is no link.
void spellLinks(QTextDocument &document)
{
    QList<Piece> links;
    for (const Piece &piece : piecesOf(document)) {
        if (!piece.format.isAnchor() && piece.format.anchorHref().isEmpty())
            continue;
        const bool goesOn = !links.isEmpty() && links.last().position + links.last().length == piece.position && links.last().format.anchorHref() == piece.format.anchorHref();
        if (!goesOn) {
            links.append(piece);
            continue;
        }
        links.last().length += piece.length;
        links.last().text += piece.text;
    }
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
        QTextCursor cursor(&document);
        cursor.setPosition(link->position);
        cursor.setPosition(link->position + link->length, QTextCursor::KeepAnchor);
        const QUrl url = openableLink(link->format.anchorHref());
        QTextCharFormat format;
        format.setAnchor(!url.isEmpty());
        format.setAnchorHref(url.isEmpty() ? QString() : plainAddress(url));
        cursor.mergeCharFormat(format);
        if (url.isEmpty() || showsAddress(link->text, url))
            continue;
        cursor.setPosition(link->position + link->length);
        cursor.insertText(u" (%1)"_s.arg(plainAddress(url)), format);
    }
}

} // namespace

QList<Piece> piecesOf(const QTextDocument &document)
{
    QList<Piece> pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it)
            pieces.append({it.fragment().position(), it.fragment().length(), it.fragment().charFormat(), it.fragment().text()});
    return pieces;
}

QString washedText(const QString &markdown)
{
    return withBreaks(cleaned(markdown));
}

void wash(QTextDocument &document)
{
    describeImages(document);
    tidyBreaks(document);
    dropDirections(document);
    spellLinks(document);
}

QUrl openableLink(const QString &href)
{
    const QUrl url(href, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return web && url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

} // namespace jjak::desktop
