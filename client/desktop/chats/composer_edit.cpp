// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/composer_edit.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <algorithm>

#include "client/desktop/files/conversation_files.h"

namespace jjak::desktop {

namespace {

constexpr int commitPatienceMs = 40;

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_commitMissing.setSingleShot(true);
    m_commitMissing.setInterval(commitPatienceMs);
    connect(&m_commitMissing, &QTimer::timeout, this, &ComposerEdit::submitNow);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ComposerEdit::fit);
}

QString ComposerEdit::wholeText() const
{
    return toPlainText() + m_preedit;
}

QSize ComposerEdit::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), m_height};
}

QSize ComposerEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, m_height};
}

void ComposerEdit::fit()
{
    if (m_fitting)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    const int lines = std::clamp(int(document()->size().height()), 1, mostLines);
    const QMargins frame = contentsMargins();
    const int around = height() - viewport()->height(); // frame and padding, as the style has it
    const int height = lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin())
        + std::max(around, frame.top() + frame.bottom());
    setVerticalScrollBarPolicy(document()->size().height() > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
    if (document()->size().height() <= mostLines) // it has grown: what had been scrolled away fits again
        verticalScrollBar()->setValue(0);
}

void ComposerEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &ComposerEdit::fit, Qt::QueuedConnection);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event) && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        event->accept();
        if (event->isAutoRepeat())
            return;
        if (isComposing() || m_submitAfterCommit)
            finishComposing();
        else
            submitNow();
        return;
    }
    m_submitAfterCommit = false; // something else was typed: the Enter before it is forgotten
    m_commitMissing.stop();
    if (!isForMessages(event))
        QPlainTextEdit::keyPressEvent(event);
}

//! Keys that are about the messages above, not about the text.
bool ComposerEdit::isForMessages(const QKeyEvent *event)
{
    const int key = event->key();
    const bool upOrDown = key == Qt::Key_Up || key == Qt::Key_Down;
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        Q_EMIT scrollWanted(key);
    else if (key == Qt::Key_End && event->modifiers() == Qt::ControlModifier && textCursor().atEnd())
        Q_EMIT scrollWanted(key);
    else if (upOrDown && event->modifiers().testFlag(Qt::ControlModifier) && !isComposing())
        Q_EMIT replyStepWanted(key == Qt::Key_Up ? -1 : 1);
    else if (key == Qt::Key_E && event->modifiers() == Qt::ControlModifier && !isComposing()) // not "to the end of the line", as X11 has it
        Q_EMIT emojiWanted();
    else if (key == Qt::Key_O && event->modifiers() == Qt::ControlModifier && !isComposing())
        Q_EMIT attachWanted();
    else if (key == Qt::Key_Up && document()->isEmpty() && !isComposing())
        Q_EMIT lastWanted();
    else
        return false;
    return true;
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return ConversationFiles::isWelcome(*source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (ConversationFiles::isWelcome(*source))
        Q_EMIT pasted(source);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void ComposerEdit::finishComposing()
{
    m_submitAfterCommit = true;
    QGuiApplication::inputMethod()->commit(); // may or may not answer during the call
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_preedit = event->preeditString();
    const bool committed = !event->commitString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    if (!m_submitAfterCommit || isComposing())
        return;
    if (committed)
        submitNow();
    else
        m_commitMissing.start();
}

void ComposerEdit::submitNow()
{
    m_submitAfterCommit = false;
    m_commitMissing.stop();
    Q_EMIT submitted();
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    m_submitAfterCommit = false;
    m_commitMissing.stop();
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace jjak::desktop
