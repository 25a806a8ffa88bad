// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/completion.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextBlock>
#include <algorithm>

#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! The line up to the cursor.
QString beforeCursor(const ComposerEdit &edit)
{
    const QTextCursor cursor = edit.textCursor();
    return cursor.hasSelection() ? QString() : cursor.block().text().left(cursor.positionInBlock());
}

} // namespace

Completion::Completion(const Theme &theme, ComposerEdit &edit, std::vector<std::unique_ptr<CompletionSource>> sources)
    : QListView(&edit), m_theme(theme), m_edit(edit), m_sources(std::move(sources))
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
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &Completion::refresh);
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, &Completion::refresh);
}

Completion::~Completion() = default;

QString Completion::spoken() const
{
    if (!isVisible() || !currentIndex().isValid())
        return {};
    return tr("%1, %2 of %3", "an emoji or a name that is offered, its place, how many").arg(m_offered.value(currentIndex().row()).spoken).arg(currentIndex().row() + 1).arg(m_offered.size());
}

QStringList Completion::offered() const
{
    QStringList texts;
    for (const Completed &one : m_offered)
        texts.append(one.text);
    return texts;
}

bool Completion::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        // Only when the box has taken what was composed.
        if (!static_cast<QInputMethodEvent *>(event)->commitString().isEmpty())
            QMetaObject::invokeMethod(this, &Completion::replaceWhole, Qt::QueuedConnection);
        QMetaObject::invokeMethod(this, &Completion::refresh, Qt::QueuedConnection);
    } else if (event->type() == QEvent::FocusOut) {
        give();
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        if (isVisible())
            place();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (wholeTyped(key->text()))
            return true;
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        return plain && isVisible() && !m_edit.isComposing() && keyPressed(key->key());
    }
    return false;
}

bool Completion::keyPressed(int key)
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

//! The last character of a whole name: it is typed, so that undoing leaves what was written, and then replaced.
bool Completion::wholeTyped(const QString &last)
{
    if (last.isEmpty() || m_edit.isComposing() || m_edit.isReadOnly())
        return false;
    const QString line = beforeCursor(m_edit) + last;
    if (std::ranges::none_of(m_sources, [&](const auto &source) { return source->whole(line).has_value(); }))
        return false;
    m_edit.textCursor().insertText(last);
    replaceWhole();
    return true;
}

void Completion::replaceWhole()
{
    if (m_edit.isComposing())
        return;
    const QString line = beforeCursor(m_edit);
    for (const auto &source : m_sources)
        if (const auto name = source->whole(line))
            return replace(name->length, *source, name->by);
}

void Completion::refresh()
{
    const QString line = m_edit.isComposing() || !m_edit.hasFocus() ? QString() : beforeCursor(m_edit);
    bool refused = false;
    for (const auto &source : m_sources) {
        const QString begun = source->begun(line);
        refused = refused || (!begun.isNull() && begun == m_refused);
        if (!begun.isNull() && begun != m_refused && ((begun == m_begun && isVisible()) || offer(*source, begun)))
            return;
    }
    if (!refused)
        m_refused.clear();
    give();
}

//! False when there is nothing.
bool Completion::offer(CompletionSource &source, const QString &begun)
{
    const QList<Completed> offers = source.offers(begun);
    if (offers.isEmpty())
        return false;
    m_source = &source;
    m_begun = begun;
    m_refused.clear();
    m_offered = offers;
    QStringList labels;
    for (const Completed &one : offers)
        labels.append(displayText(one.label));
    m_labels.setStringList(labels);
    setCurrentIndex(m_labels.index(0));
    if (parentWidget() != m_edit.window())
        setParent(m_edit.window());
    place();
    show();
    raise();
    Q_EMIT spokenChanged();
    return true;
}

//! Right above the box, over the messages.
void Completion::place()
{
    const QWidget *room = m_edit.window();
    const int width = std::min(m_theme.px(300), m_edit.width());
    const int height = sizeHintForRow(0) * int(m_offered.size()) + 2 * m_theme.px(6);
    const QPoint corner = m_edit.mapTo(room, QPoint(0, 0));
    setGeometry(corner.x(), std::max(0, corner.y() - height - m_theme.px(4)), width, std::min(height, corner.y()));
}

void Completion::give()
{
    if (!isVisible())
        return;
    hide();
    m_begun.clear();
    Q_EMIT spokenChanged();
}

void Completion::step(int by)
{
    const int count = int(m_offered.size());
    setCurrentIndex(m_labels.index((currentIndex().row() + by + count) % count));
    Q_EMIT spokenChanged();
}

void Completion::take(int row)
{
    if (row < 0 || row >= m_offered.size() || !m_source)
        return;
    const Completed taken = m_offered[row];
    replace(m_begun.size(), *m_source, taken);
    m_refused = m_source->begun(beforeCursor(m_edit)); // a longer name may begin like it
    give();
}

void Completion::replace(qsizetype length, CompletionSource &source, const Completed &by)
{
    QTextCursor cursor = m_edit.textCursor();
    const QString behind = cursor.block().text().mid(cursor.positionInBlock());
    cursor.setPosition(cursor.position() - int(length), QTextCursor::KeepAnchor);
    const bool spaced = by.text.endsWith(u' ') && behind.startsWith(u' ');
    cursor.insertText(spaced ? by.text.chopped(1) : by.text);
    m_edit.setTextCursor(cursor);
    source.taken(by);
}

} // namespace jjak::desktop
