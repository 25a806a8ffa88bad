// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/emoji/emoji_completion.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextBlock>
#include <algorithm>
#include <ranges>

#include "client/core/emoji.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/emoji/emoji_grid.h"
#include "client/desktop/emoji/recent_emoji.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int most = 8;
constexpr qsizetype fewestLetters = 2; // a single one begins too much; a syllable of Hangul is more

bool isHangul(QChar c)
{
    return c.script() == QChar::Script_Hangul;
}

bool isOfName(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u'+' || c == u'-' || isHangul(c);
}

//! The line up to the cursor.
QString beforeCursor(const ComposerEdit &edit)
{
    const QTextCursor cursor = edit.textCursor();
    return cursor.hasSelection() ? QString() : cursor.block().text().left(cursor.positionInBlock());
}

} // namespace

QString begunEmojiName(QStringView text)
{
    qsizetype start = text.size();
    while (start > 0 && isOfName(text[start - 1]))
        --start;
    const bool colon = start > 0 && text[start - 1] == u':';
    if (!colon || start == text.size())
        return {};
    const bool free = start == 1 || (!text[start - 2].isLetterOrNumber() && text[start - 2] != u':');
    return free ? text.sliced(start).toString() : QString();
}

EmojiCompletion::EmojiCompletion(const Theme &theme, client::Settings &settings, ComposerEdit &edit)
    : QListView(&edit), m_theme(theme), m_settings(settings), m_edit(edit)
{
    hide();
    setModel(&m_labels);
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setProperty("panel", u"card"_s);
    m_edit.installEventFilter(this);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &EmojiCompletion::refresh);
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, &EmojiCompletion::refresh);
}

QString EmojiCompletion::spoken() const
{
    if (!isVisible() || !currentIndex().isValid())
        return {};
    return tr("%1, %2 of %3", "an emoji that is offered, its place, how many").arg(spokenEmoji(m_emoji.value(currentIndex().row()))).arg(currentIndex().row() + 1).arg(m_emoji.size());
}

bool EmojiCompletion::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        // Only when the box has taken what was composed.
        if (static_cast<QInputMethodEvent *>(event)->commitString().endsWith(u':'))
            QMetaObject::invokeMethod(this, &EmojiCompletion::replaceWhole, Qt::QueuedConnection);
        QMetaObject::invokeMethod(this, &EmojiCompletion::refresh, Qt::QueuedConnection);
    } else if (event->type() == QEvent::FocusOut) {
        give();
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        if (isVisible())
            place();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->text() == u":"_s && colonTyped())
            return true;
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        return plain && isVisible() && !m_edit.isComposing() && keyPressed(key->key());
    }
    return false;
}

bool EmojiCompletion::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(+1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: take(currentIndex().row()); return true;
    case Qt::Key_Escape:
        m_refused = m_begun;
        give();
        return true;
    default: return false;
    }
}

//! The colon that ends a whole name: it is typed, so that undoing leaves what was written, and then replaced.
bool EmojiCompletion::colonTyped()
{
    if (m_edit.isComposing() || !client::emojiNamed(begunEmojiName(beforeCursor(m_edit))))
        return false;
    m_edit.textCursor().insertText(u":"_s);
    replaceWhole();
    return true;
}

void EmojiCompletion::replaceWhole()
{
    const QString text = beforeCursor(m_edit);
    if (m_edit.isComposing() || !text.endsWith(u':'))
        return;
    const QString name = begunEmojiName(QStringView(text).chopped(1));
    if (const client::NamedEmoji *known = client::emojiNamed(name))
        replaceBegun(name.size() + 2, known->emoji);
}

void EmojiCompletion::refresh()
{
    const QString begun = m_edit.isComposing() || !m_edit.hasFocus() ? QString() : begunEmojiName(beforeCursor(m_edit));
    const bool enough = begun.size() >= fewestLetters || (!begun.isEmpty() && isHangul(begun[0]));
    if (begun != m_refused)
        m_refused.clear();
    if (!enough || begun == m_refused)
        give();
    else if (begun != m_begun || !isVisible())
        offer(begun);
}

void EmojiCompletion::offer(const QString &begun)
{
    m_begun = begun;
    QStringList labels;
    m_emoji.clear();
    for (const client::NamedEmoji *known : client::emojiLike(begun) | std::views::take(most)) {
        m_emoji.append(known->emoji);
        labels.append(u"%1  :%2:"_s.arg(known->emoji, known->name()));
    }
    if (m_emoji.isEmpty())
        return give();
    m_labels.setStringList(labels);
    setCurrentIndex(m_labels.index(0));
    if (parentWidget() != m_edit.window())
        setParent(m_edit.window());
    place();
    show();
    raise();
    Q_EMIT spokenChanged();
}

//! Right above the box, over the messages.
void EmojiCompletion::place()
{
    const QWidget *room = m_edit.window();
    const int width = std::min(m_theme.px(300), m_edit.width());
    const int height = sizeHintForRow(0) * int(m_emoji.size()) + 2 * m_theme.px(6);
    const QPoint corner = m_edit.mapTo(room, QPoint(0, 0));
    setGeometry(corner.x(), std::max(0, corner.y() - height - m_theme.px(4)), width, std::min(height, corner.y()));
}

void EmojiCompletion::give()
{
    if (!isVisible())
        return;
    hide();
    m_begun.clear();
    Q_EMIT spokenChanged();
}

void EmojiCompletion::step(int by)
{
    const int count = int(m_emoji.size());
    setCurrentIndex(m_labels.index((currentIndex().row() + by + count) % count));
    Q_EMIT spokenChanged();
}

void EmojiCompletion::take(int row)
{
    if (row < 0 || row >= m_emoji.size())
        return;
    replaceBegun(m_begun.size() + 1, m_emoji[row]);
    give();
}

void EmojiCompletion::replaceBegun(qsizetype length, const QString &emoji)
{
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(cursor.position() - int(length), QTextCursor::KeepAnchor);
    cursor.insertText(emoji);
    m_edit.setTextCursor(cursor);
    noteEmoji(m_settings, emoji);
}

} // namespace jjak::desktop
