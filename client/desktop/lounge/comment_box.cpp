// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/comment_box.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include "client/desktop/makers.h"
#include "common/rules/limits.h"

namespace jjak::desktop {

namespace {

constexpr int lines = 2;
constexpr int warnedFrom = limits::commentCodePoints - 100;

} // namespace

CommentBox::CommentBox(Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_edit(new QPlainTextEdit(this)), m_note(makeLabel(this, Tone::Muted)), m_error(makeLabel(this, Tone::Danger)), m_cancel(makeButton(this, Kind::Quiet)),
      m_send(makeButton(this, Kind::Primary))
{
    const Theme &theme = context.theme;
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * lines + theme.px(26));
    m_edit->installEventFilter(this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(6), 0, theme.px(10));
    layout->setSpacing(theme.px(6));
    layout->addWidget(m_error);
    layout->addWidget(m_edit);
    layout->addLayout(buttons);
    m_error->hide();
    connect(m_edit, &QPlainTextEdit::textChanged, this, &CommentBox::refresh);
    connect(m_send, &QPushButton::clicked, this, &CommentBox::send);
    connect(m_cancel, &QPushButton::clicked, this, &CommentBox::editCancelled);
    retranslate();
}

void CommentBox::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    setError({});
}

void CommentBox::setEditing(bool editing)
{
    m_editing = editing;
    retranslate();
}

void CommentBox::setBusy(bool busy)
{
    m_busy = busy;
    m_edit->setReadOnly(busy);
    refresh();
}

void CommentBox::setError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_edit->setAccessibleDescription(error);
}

QString CommentBox::error() const
{
    return m_error->text();
}

void CommentBox::retranslate()
{
    const QString what = m_editing ? tr("Change your comment") : tr("Write a comment");
    m_edit->setPlaceholderText(what);
    m_edit->setAccessibleName(what);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setVisible(m_editing);
    m_send->setText(m_editing ? tr("Save") : tr("Comment"));
    m_send->setToolTip(tr("Ctrl+Enter"));
    refresh();
}

void CommentBox::refresh()
{
    const qsizetype size = text().toUcs4().size(), left = limits::commentCodePoints - size;
    m_note->setText(left < 0 ? tr("%n character(s) too many", nullptr, int(-left)) : size > warnedFrom ? tr("%n character(s) left", nullptr, int(left)) : QString());
    setTone(m_note, left < 0 ? Tone::Danger : Tone::Muted);
    m_send->setEnabled(!m_busy && left >= 0 && !text().trimmed().isEmpty());
}

void CommentBox::send()
{
    if (!m_send->isEnabled())
        return;
    setError({});
    Q_EMIT sendWanted(text().trimmed());
}

bool CommentBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_editing) {
            Q_EMIT editCancelled();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace jjak::desktop
