// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/composer.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputMethod>
#include <QLabel>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int counterFrom = limits::messageCodePoints - 200;
constexpr int draftDelayMs = 500;

qsizetype codePoints(const QString &text)
{
    qsizetype count = text.size();
    for (const QChar c : text)
        count -= c.isLowSurrogate() ? 1 : 0;
    return count;
}

} // namespace

Composer::Composer(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_reason(makeLabel(this, Tone::Muted)), m_holdLine(new QWidget(this)),
      m_holdIcon(new QLabel(m_holdLine)), m_holdText(makeLabel(m_holdLine, Tone::Strong)), m_line(new QWidget(this)),
      m_edit(new ComposerEdit(m_line)), m_send(makeIconButton(m_line, context.theme, u"send"_s)), m_counter(makeLabel(m_line, Tone::Muted))
{
    m_reason->setAlignment(Qt::AlignCenter);
    m_counter->setWordWrap(false);
    m_counter->hide();
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_edit, 1);
    line->addWidget(m_counter, 0, Qt::AlignBottom);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    auto *hold = new QHBoxLayout(m_holdLine);
    hold->setContentsMargins(0, 0, 0, context.theme.px(6));
    hold->addWidget(m_holdIcon);
    hold->addWidget(m_holdText, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(context.theme.px(16), 0, context.theme.px(12), context.theme.px(12));
    all->addWidget(m_reason);
    all->addWidget(m_holdLine);
    all->addWidget(m_line);

    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &Composer::keepDraft);
    connect(&context.session, &client::Session::messageReturned, this, &Composer::takeBack);
    connect(&context.theme, &Theme::changed, this, &Composer::refresh);
    connect(m_edit, &ComposerEdit::submitted, this, &Composer::submit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textEdited);
    connect(m_send, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::inputMethod()->commit();
        submit();
        m_edit->setFocus();
    });
    setFocusProxy(m_edit);
    retranslate();
}

void Composer::retranslate()
{
    m_edit->setPlaceholderText(tr("Write a message"));
    m_edit->setAccessibleName(tr("Message"));
    nameButton(m_send, tr("Send (Enter)"));
    refresh();
}

void Composer::setRoom(std::optional<RoomId> room)
{
    keepDraft();
    m_room = room;
    m_loading = true;
    m_edit->setPlainText(room ? m_context.session.draft(*room) : QString());
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
    refresh();
}

void Composer::keepDraft()
{
    m_draftTimer.stop();
    if (m_room && m_context.session.draft(*m_room) != m_edit->toPlainText())
        m_context.session.setDraft(*m_room, m_edit->toPlainText());
}

void Composer::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    refresh();
}

void Composer::setHold(const QString &reason)
{
    if (m_hold == reason)
        return;
    m_hold = reason;
    refresh();
}

//! A message that the host did not allow any more: it comes back, in front of what was written since.
void Composer::takeBack(RoomId room, const QString &text)
{
    if (m_room != room)
        return;
    const QString now = m_edit->toPlainText();
    m_loading = true;
    m_edit->setPlainText(now.isEmpty() || now.startsWith(text) ? (now.isEmpty() ? text : now) : text + u'\n' + now);
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
    keepDraft();
    refresh();
}

void Composer::focusEdit()
{
    if (m_line->isVisibleTo(this))
        m_edit->setFocus();
}

void Composer::textEdited()
{
    refresh();
    if (m_loading || !m_room)
        return;
    m_draftTimer.start();
    const client::RoomEntry *entry = m_context.session.state().room(*m_room);
    const bool anonymous = entry && entry->room.kind == protocol::RoomKind::Date; // there nobody is told who writes
    if (!m_edit->document()->isEmpty() && !anonymous)
        m_context.session.typing(*m_room);
}

void Composer::refresh()
{
    m_reason->setText(m_obstacle);
    m_reason->setVisible(!m_obstacle.isEmpty());
    m_line->setVisible(m_obstacle.isEmpty());
    const bool held = m_obstacle.isEmpty() && !m_hold.isEmpty();
    m_holdText->setText(m_hold);
    m_holdIcon->setPixmap(iconPixmap(u"freeze"_s, m_context.theme.px(18), m_context.theme.tokens().mutedText, devicePixelRatioF()));
    m_holdLine->setVisible(held);

    const QString text = m_edit->toPlainText();
    const qsizetype length = codePoints(text.trimmed());
    const bool tooLong = length > limits::messageCodePoints;
    m_counter->setVisible(length >= counterFrom);
    m_counter->setText(tr("%1 left").arg(QLocale().toString(limits::messageCodePoints - length)));
    setTone(m_counter, tooLong ? Tone::Danger : Tone::Muted);
    m_send->setEnabled(!tooLong && length > 0 && !held);
}

void Composer::submit()
{
    const QString text = m_edit->toPlainText().trimmed();
    if (!m_room || text.isEmpty() || codePoints(text) > limits::messageCodePoints || !m_obstacle.isEmpty() || !m_hold.isEmpty())
        return;
    const auto result = m_context.session.sendText(*m_room, text);
    if (!result) {
        m_counter->setText(client::sentence(result.error()));
        m_counter->setWordWrap(true);
        m_counter->show();
        setTone(m_counter, Tone::Danger);
        return;
    }
    m_loading = true; // what follows is no typing
    m_edit->clear();
    m_loading = false;
    m_draftTimer.stop();
    m_context.session.setDraft(*m_room, {});
    Q_EMIT sent();
}

} // namespace jjak::desktop
