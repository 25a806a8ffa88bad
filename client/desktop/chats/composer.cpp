// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/composer.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/chats/completion.h"
#include "client/desktop/chats/composer_bar.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/member_names.h"
#include "client/desktop/emoji/emoji_names.h"
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
    : Translated(parent), m_context(context), m_reason(makeLabel(this, Tone::Muted)), m_holdLine(new QWidget(this)), m_holdIcon(new QLabel(m_holdLine)),
      m_holdText(makeLabel(m_holdLine, Tone::Strong)), m_bar(new ComposerBar(context.theme, this)), m_line(new QWidget(this)), m_edit(new ComposerEdit(m_line)),
      m_completion(makeCompletion()), m_attach(makeIconButton(m_line, context.theme, u"attach"_s)), m_emoji(makeIconButton(m_line, context.theme, u"emoji"_s)),
      m_send(makeIconButton(m_line, context.theme, u"send"_s)), m_counter(makeLabel(m_line, Tone::Muted))
{
    m_reason->setAlignment(Qt::AlignCenter);
    m_counter->setWordWrap(false);
    m_counter->hide();
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_edit, 1);
    line->addWidget(m_counter, 0, Qt::AlignBottom);
    line->addWidget(m_attach, 0, Qt::AlignBottom);
    line->addWidget(m_emoji, 0, Qt::AlignBottom);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    auto *hold = new QHBoxLayout(m_holdLine);
    hold->setContentsMargins(0, 0, 0, context.theme.px(6));
    hold->addWidget(m_holdIcon);
    hold->addWidget(m_holdText, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(context.theme.px(16), 0, context.theme.px(12), context.theme.px(12));
    all->addWidget(m_reason);
    all->addWidget(m_holdLine);
    all->addWidget(m_bar);
    all->addWidget(m_line);

    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelayMs);
    connectParts();
    setFocusProxy(m_edit);
    retranslate();
}

Completion *Composer::makeCompletion()
{
    std::vector<std::unique_ptr<CompletionSource>> sources;
    sources.push_back(std::make_unique<EmojiNames>(m_context.settings));
    sources.push_back(std::make_unique<MemberNames>([this]() -> const protocol::Room * {
        const client::RoomEntry *entry = m_room ? m_context.session.state().room(*m_room) : nullptr;
        return entry ? &entry->room : nullptr;
    }));
    return new Completion(m_context.theme, *m_edit, std::move(sources));
}

void Composer::connectParts()
{
    client::Session &session = m_context.session;
    connect(&m_draftTimer, &QTimer::timeout, this, &Composer::keepDraft);
    connect(&session, &client::Session::messageReturned, this, &Composer::takeBack);
    connect(&session, &client::Session::signedOut, this, [this] { m_begun.clear(); });
    connect(&m_context.theme, &Theme::changed, this, &Composer::refresh);
    connect(m_bar->closeButton(), &QAbstractButton::clicked, this, [this] {
        cancel();
        m_edit->setFocus();
    });
    connect(m_edit, &ComposerEdit::submitted, this, &Composer::submit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textEdited);
    connect(m_edit, &ComposerEdit::emojiWanted, this, &Composer::emojiWanted);
    connect(m_attach, &QAbstractButton::clicked, this, &Composer::attachWanted);
    connect(m_edit, &ComposerEdit::attachWanted, this, &Composer::attachWanted);
    connect(m_emoji, &QAbstractButton::clicked, this, &Composer::emojiWanted);
    connect(m_completion, &Completion::spokenChanged, this, &Composer::refresh);
    connect(m_send, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::inputMethod()->commit();
        submit();
        m_edit->setFocus();
    });
}

void Composer::retranslate()
{
    m_edit->setPlaceholderText(tr("Write a message"));
    m_edit->setAccessibleName(tr("Message"));
    nameButton(m_attach, tr("Send an image or a file (Ctrl+O)"));
    nameButton(m_emoji, tr("Emoji (Ctrl+E)"));
    nameButton(m_send, tr("Send (Enter)"));
    refresh();
}

void Composer::setRoom(std::optional<RoomId> room)
{
    keepDraft();
    putAside();
    m_room = room;
    takeUp();
    refresh();
}

void Composer::putAside()
{
    if (m_room && m_task != Task::New)
        m_begun.insert(*m_room, {m_task, m_seq, m_about, m_task == Task::Edit ? m_edit->wholeText() : QString()});
}

void Composer::takeUp()
{
    const Begun begun = m_room ? m_begun.take(*m_room) : Begun();
    setTask(begun.task, begun.seq, begun.about);
    showText(begun.task == Task::Edit ? begun.text : m_room ? m_context.session.draft(*m_room) : QString());
}

void Composer::insertEmoji(const QString &emoji)
{
    m_edit->insertPlainText(emoji);
    m_edit->ensureCursorVisible();
}

void Composer::showText(const QString &text)
{
    m_loading = true; // this is no typing
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_loading = false;
}

void Composer::setTask(Task task, qint64 seq, const QString &about)
{
    m_task = task;
    m_seq = seq;
    m_about = about;
}

void Composer::replyTo(qint64 seq, const QString &whom)
{
    if (m_task == Task::Edit)
        cancel();
    setTask(Task::Reply, seq, whom);
    refresh();
}

void Composer::editMessage(qint64 seq, const QString &text)
{
    keepDraft();
    setTask(Task::Edit, seq, text);
    showText(text);
    refresh();
}

bool Composer::cancel()
{
    if (m_task == Task::New)
        return false;
    const bool changing = m_task == Task::Edit;
    setTask(Task::New, 0, {});
    if (changing)
        showText(m_room ? m_context.session.draft(*m_room) : QString());
    refresh();
    return true;
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_edit->isComposing() || !cancel())
        QWidget::keyPressEvent(event);
}

void Composer::keepDraft()
{
    m_draftTimer.stop();
    if (m_room && m_task != Task::Edit && m_context.session.draft(*m_room) != m_edit->toPlainText())
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
    if (m_room != room || m_task == Task::Edit) // the draft has it
        return;
    const QString now = m_edit->toPlainText();
    showText(now.isEmpty() || now.startsWith(text) ? (now.isEmpty() ? text : now) : text + u'\n' + now);
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
    if (m_task == Task::Edit)
        return;
    m_draftTimer.start();
    const client::RoomEntry *entry = m_context.session.state().room(*m_room);
    const bool anonymous = entry && entry->room.kind == protocol::RoomKind::Date; // there nobody is told who writes
    if (!m_edit->document()->isEmpty() && !anonymous)
        m_context.session.typing(*m_room);
}

void Composer::refresh()
{
    const bool writes = m_obstacle.isEmpty() || m_task == Task::Edit; // who may say nothing new may still correct
    m_reason->setText(m_obstacle);
    m_reason->setVisible(!writes);
    m_line->setVisible(writes);
    m_bar->setVisible(writes && m_task != Task::New);
    m_bar->showTask(m_task == Task::Edit ? u"edit"_s : u"reply"_s, m_task == Task::Edit ? tr("Edit message") : m_about);
    m_bar->setCloseName(m_task == Task::Edit ? tr("Cancel the edit (Esc)") : tr("Cancel the reply (Esc)"));
    const QString offered = m_completion->spoken();
    m_edit->setAccessibleDescription(!offered.isEmpty() ? offered : m_task == Task::New ? QString() : m_bar->text());
    const bool held = writes && !m_hold.isEmpty();
    m_holdText->setText(m_hold);
    m_holdIcon->setPixmap(iconPixmap(u"freeze"_s, m_context.theme.px(18), m_context.theme.tokens().mutedText, devicePixelRatioF()));
    m_holdLine->setVisible(held);

    const QString text = m_edit->toPlainText();
    const qsizetype length = codePoints(text.trimmed());
    const bool tooLong = length > limits::messageCodePoints;
    m_counter->setWordWrap(false);
    m_counter->setVisible(length >= counterFrom);
    m_counter->setText(tr("%1 left").arg(QLocale().toString(limits::messageCodePoints - length)));
    setTone(m_counter, tooLong ? Tone::Danger : Tone::Muted);
    m_send->setEnabled(!tooLong && length > 0 && !held);
}

void Composer::submit()
{
    const QString text = m_edit->toPlainText().trimmed();
    if (!m_room || text.isEmpty() || codePoints(text) > limits::messageCodePoints || !m_hold.isEmpty())
        return;
    if (m_task == Task::Edit)
        return submitEdit(text);
    if (!m_obstacle.isEmpty())
        return;
    if (const auto result = m_context.session.sendText(*m_room, text, repliedTo()); !result)
        return complain(result.error());
    setTask(Task::New, 0, {});
    showText({});
    refresh();
    m_draftTimer.stop();
    m_context.session.setDraft(*m_room, {});
    Q_EMIT sent();
}

void Composer::submitEdit(const QString &text)
{
    const Begun edit{m_task, m_seq, m_about, text};
    cancel();
    if (edit.text == edit.about)
        return;
    m_context.session.editMessage(*m_room, edit.seq, text, [self = QPointer(this), room = *m_room, edit](const Result<> &done) {
        if (self && !done)
            self->editFailed(room, edit, done.error());
    });
}

//! The new words are not lost: they are in the box again, unless something else is being written by now.
void Composer::editFailed(RoomId room, const Begun &edit, const Error &error)
{
    const bool possible = error.code != ErrorCode::MessageNotFound;
    if (m_room != room) {
        if (possible && !m_begun.contains(room))
            m_begun.insert(room, edit);
        return;
    }
    if (possible && m_task == Task::New && m_edit->wholeText().isEmpty()) {
        setTask(edit.task, edit.seq, edit.about);
        showText(edit.text);
        refresh();
    }
    complain(error);
}

void Composer::complain(const Error &error)
{
    m_counter->setText(client::sentence(error));
    m_counter->setWordWrap(true);
    m_counter->show();
    setTone(m_counter, Tone::Danger);
}

} // namespace jjak::desktop
