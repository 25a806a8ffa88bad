// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/chats/message_jump.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "client/core/models/message_list_model.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int slowAfterMs = 150, leaveAfterMs = 6000;

} // namespace

MessageJump::MessageJump(const Theme &theme, MessageView &messages)
    : Translated(&messages), m_theme(theme), m_messages(messages), m_label(makeLabel(this)), m_button(makeButton(this))
{
    hide();
    setAttribute(Qt::WA_StyledBackground);
    setProperty("panel", u"card"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6));
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfterMs);
    m_leave.setSingleShot(true);
    m_leave.setInterval(leaveAfterMs);
    connect(&m_slow, &QTimer::timeout, this, [this] { say(Saying::Loading); });
    connect(&m_leave, &QTimer::timeout, this, [this] { say(Saying::Nothing); });
    connect(m_button, &QAbstractButton::clicked, this, [this] {
        if (!cancel())
            say(Saying::Nothing);
    });
    messages.installEventFilter(this);
    retranslate();
}

void MessageJump::retranslate()
{
    say(m_saying);
}

void MessageJump::lead(qint64 seq, Wanted wanted, Arrived arrived)
{
    cancel();
    say(Saying::Nothing);
    m_model = m_messages.messages();
    if (!m_model || seq <= 0)
        return;
    m_seq = seq;
    m_wanted = wanted;
    m_arrived = std::move(arrived);
    m_from = m_model->firstSeq();
    m_before = 0;
    connect(m_model, &client::MessageListModel::fetchingChanged, this, &MessageJump::fetched, Qt::UniqueConnection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MessageJump::stepLater, Qt::UniqueConnection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MessageJump::stepLater, Qt::UniqueConnection);
    m_slow.start();
    step();
}

void MessageJump::stepLater()
{
    if (!m_stepping)
        QMetaObject::invokeMethod(this, &MessageJump::step, Qt::QueuedConnection);
    m_stepping = true;
}

void MessageJump::step()
{
    m_stepping = false;
    if (!isUnderWay())
        return;
    if (!m_model || m_model != m_messages.messages())
        return end(Saying::Nothing);
    const int row = m_wanted == Wanted::Exactly ? m_model->rowOfSeq(m_seq) : m_model->rowAtOrAfter(m_seq);
    if (row >= 0) {
        const Arrived arrived = std::exchange(m_arrived, nullptr);
        arrived(row); // as long as it is not there it is under way
        return end(Saying::Nothing);
    }
    const qint64 first = m_model->firstSeq();
    const bool newer = first > 0 && m_seq > first && !m_model->isLoaded(m_seq);
    if (newer)
        return m_slow.stop(); // it will come from below, by itself
    if (m_model->isLoaded(m_seq) || !m_model->hasOlder())
        return end(m_wanted == Wanted::Exactly ? Saying::Gone : Saying::Nothing);
    if (m_saying == Saying::Loading)
        say(Saying::Loading);
    if (m_model->isFetching())
        return;
    m_before = m_model->firstSeq();
    m_model->fetchTowards(m_seq);
    if (!m_model->isFetching()) // came from the cache; between two pages everything else has its turn
        stepLater();
}

//! Queued: the model is in the middle of taking the page.
void MessageJump::fetched(bool fetching)
{
    if (fetching || !isUnderWay())
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const bool failed = m_model && m_model->firstSeq() == m_before && m_model->hasOlder() && m_model->rowAtOrAfter(m_seq) < 0;
            if (failed && isUnderWay())
                end(Saying::Failed);
            else
                step();
        },
        Qt::QueuedConnection);
}

bool MessageJump::cancel()
{
    if (!isUnderWay())
        return false;
    end(Saying::Nothing);
    return true;
}

void MessageJump::end(Saying why)
{
    m_slow.stop();
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_seq = 0;
    m_arrived = nullptr;
    say(why);
    Q_EMIT ended();
}

QString MessageJump::text() const
{
    return m_saying == Saying::Nothing ? QString() : m_label->text();
}

int MessageJump::percent() const
{
    const qint64 way = m_from - m_seq, done = m_model ? m_from - m_model->firstSeq() : 0;
    return way > 0 ? int(std::clamp<qint64>(done * 100 / way, 0, 99)) : 0;
}

void MessageJump::say(Saying what)
{
    const bool news = what != m_saying;
    m_saying = what;
    switch (what) {
    case Saying::Nothing: m_label->clear(); break;
    case Saying::Loading: m_label->setText(tr("Loading older messages … %1 %", "a number").arg(percent())); break;
    case Saying::Gone: m_label->setText(tr("That message is not there any more.")); break;
    case Saying::Failed: m_label->setText(tr("That message cannot be loaded now.")); break;
    }
    m_button->setText(what == Saying::Loading ? tr("Cancel (Esc)") : tr("Close"));
    const bool ends = what == Saying::Gone || what == Saying::Failed;
    if (!ends)
        m_leave.stop();
    else if (news)
        m_leave.start();
    setVisible(what != Saying::Nothing);
    place();
    if (news && isVisible() && QAccessible::isActive()) {
        setAccessibleName(m_label->text());
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void MessageJump::place()
{
    const int gap = m_theme.px(10), width = std::min(m_messages.viewport()->width() - 2 * gap, m_theme.px(440));
    const int height = std::max(sizeHint().height(), heightForWidth(width));
    setGeometry((m_messages.viewport()->width() - width) / 2, gap, width, height);
    raise();
}

bool MessageJump::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

} // namespace jjak::desktop
