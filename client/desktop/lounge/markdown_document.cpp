// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/markdown_document.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>
#include <algorithm>

#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/markdown_wash.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int deepest = 4;       // levels of lists and quotes that are told apart
constexpr int widestTable = 8;   // columns

//! What a block is, as far as it matters to its letters.
struct Kind {
    int heading = 0;
    bool code = false;
    bool quote = false;
};

QTextCharFormat dressed(const QTextCharFormat &was, const Kind &kind, const Theme &theme)
{
    const bool mono = kind.code || was.fontFixedPitch();
    const bool bold = kind.heading > 0 || was.fontWeight() >= QFont::DemiBold;
    QFont font = theme.font(kind.heading == 1 ? TextStyle::Title : TextStyle::Body);
    if (kind.heading == 2)
        font.setPixelSize((font.pixelSize() + theme.font(TextStyle::Title).pixelSize()) / 2);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setItalic(was.fontItalic());
    font.setStrikeOut(was.fontStrikeOut());
    if (mono)
        font.setFamilies(QStringList{QFontDatabase::systemFont(QFontDatabase::FixedFont).family()} + font.families());
    QTextCharFormat now;
    now.setFont(font);
    if (mono && !kind.code)
        now.setBackground(theme.tokens().raised);
    now.setForeground(kind.quote ? theme.tokens().mutedText : theme.tokens().text);
    if (was.isAnchor() && !was.anchorHref().isEmpty()) {
        now.setAnchor(true);
        now.setAnchorHref(was.anchorHref());
        now.setForeground(theme.tokens().accentStrong);
        now.setFontUnderline(true);
    }
    return now;
}

bool isCode(const QTextBlockFormat &format)
{
    return format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines();
}

Kind kindOf(const QTextBlockFormat &format)
{
    return {format.headingLevel(), isCode(format), format.intProperty(QTextFormat::BlockQuoteLevel) > 0};
}

void dressBlock(QTextBlock block, const Theme &theme)
{
    const QTextBlockFormat was = block.blockFormat();
    const Kind kind = kindOf(was);
    const int heading = kind.heading, quote = std::clamp(was.intProperty(QTextFormat::BlockQuoteLevel), 0, deepest);
    QTextBlockFormat now;
    const bool tight = block.textList() || kind.code;
    now.setTopMargin(heading > 0 ? theme.px(8) : 0);
    now.setBottomMargin(theme.px(tight ? 2 : 8));
    now.setLeftMargin(theme.px(16) * quote + (kind.code ? theme.px(8) : 0));
    now.setHeadingLevel(heading);
    now.setNonBreakableLines(false);
    now.setObjectIndex(was.objectIndex());
    if (kind.code)
        now.setBackground(theme.tokens().raised);
    if (was.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth))
        now.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth, was.lengthProperty(QTextFormat::BlockTrailingHorizontalRulerWidth));
    QTextCursor cursor(block);
    cursor.setBlockFormat(now);
    cursor.setBlockCharFormat(dressed({}, kind, theme));
}

//! Nothing of the look is the author's: of theirs stays what is a heading, a list, a quote, strong, struck out, or code.
void dress(QTextDocument &document, const Theme &theme)
{
    QList<Kind> kinds; // by number of the block
    QList<QTextList *> lists;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        kinds.append(kindOf(block.blockFormat()));
        if (block.textList() && !lists.contains(block.textList()))
            lists.append(block.textList());
    }
    for (const Piece &piece : piecesOf(document)) {
        QTextCursor cursor(&document);
        cursor.setPosition(piece.position);
        cursor.setPosition(piece.position + piece.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(dressed(piece.format, kinds[document.findBlock(piece.position).blockNumber()], theme));
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        dressBlock(block, theme);
    for (QTextList *list : std::as_const(lists)) {
        QTextListFormat format = list->format();
        format.setIndent(std::clamp(format.indent(), 1, deepest));
        list->setFormat(format);
    }
}

QList<QTextTable *> tablesOf(const QTextDocument &document)
{
    QList<QTextTable *> tables;
    for (QTextFrame *frame : document.rootFrame()->childFrames())
        if (auto *table = qobject_cast<QTextTable *>(frame))
            tables.append(table);
    return tables;
}

void dressTable(QTextTable &table, const Theme &theme)
{
    QTextTableFormat format;
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(QList<QTextLength>(table.columns(), QTextLength(QTextLength::PercentageLength, 100.0 / table.columns())));
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(theme.tokens().control);
    format.setBorderCollapse(true);
    format.setCellPadding(theme.px(4));
    format.setTopMargin(theme.px(4));
    format.setBottomMargin(theme.px(8));
    format.setHeaderRowCount(1);
    table.setFormat(format);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    for (int column = 0; column < table.columns(); ++column) {
        QTextCursor cursor = table.cellAt(0, column).firstCursorPosition();
        cursor.setPosition(table.cellAt(0, column).lastCursorPosition().position(), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(strong);
    }
}

//! A table as lines of its cells.
void writeAsLines(QTextTable &table)
{
    QStringList lines;
    for (int row = 0; row < table.rows(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            QTextCursor cursor = cell.firstCursorPosition();
            cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
            cells.append(cursor.selectedText().simplified());
        }
        lines.append(cells.join(u" | "_s));
    }
    QTextCursor cursor = table.firstCursorPosition();
    const QTextCharFormat format = cursor.charFormat();
    cursor.setPosition(table.firstPosition() - 1);
    cursor.setPosition(table.lastPosition() + 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    if (!cursor.atBlockStart())
        cursor.insertBlock();
    cursor.insertText(lines.join(u'\n'), format);
}

//! The reader of Markdown leaves some cells with an empty line in front.
void dropEmptyLines(QTextTable &table)
{
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            QTextCursor cursor = cell.firstCursorPosition();
            if (cursor.block().length() == 1 && cursor.block() != cell.lastCursorPosition().block())
                cursor.deleteChar();
        }
    }
}

void writeTablesAsLines(QTextDocument &document, int columns)
{
    for (QList<QTextTable *> tables = tablesOf(document); !tables.isEmpty(); tables.removeLast())
        if (tables.last()->columns() > columns)
            writeAsLines(*tables.last());
}

} // namespace

MarkdownDocument::MarkdownDocument(const Theme &theme, QObject *parent) : QTextDocument(parent), m_theme(theme)
{
    setUndoRedoEnabled(false);
    setDocumentMargin(0);
}

void MarkdownDocument::read(const QString &markdown)
{
    setMarkdown(washedText(markdown), MarkdownFeatures(MarkdownDialectGitHub) | MarkdownNoHTML);
    wash(*this);
    for (QTextTable *table : tablesOf(*this))
        dropEmptyLines(*table);
    writeTablesAsLines(*this, widestTable);
    dress(*this, m_theme);
    for (QTextTable *table : tablesOf(*this))
        dressTable(*table, m_theme);
    setIndentWidth(m_theme.px(20));
    setDefaultFont(m_theme.font(TextStyle::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setDefaultTextOption(option);
}

void MarkdownDocument::fitTo(double width)
{
    setTextWidth(width);
    const double space = QFontMetricsF(defaultFont()).horizontalAdvance(u' '); // at the end of a line it is in nobody's way
    if (size().width() <= width + space + 1 || tablesOf(*this).isEmpty())
        return;
    m_tooNarrow = width;
    writeTablesAsLines(*this, 0);
    setTextWidth(width);
}

QVariant MarkdownDocument::loadResource(int, const QUrl &)
{
    return {};
}

} // namespace jjak::desktop
