// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/room_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <algorithm>

#include "client/core/date_sentences.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/dates/event_words.h"
#include "client/desktop/dates/faces.h"
#include "client/desktop/dates/modest_scroll.h"
#include "client/desktop/dates/pair_card.h"
#include "client/desktop/dates/phase_bar.h"
#include "client/desktop/dates/stage_view.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/safety.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::DatePhase;

namespace {

constexpr int boardWidth = 320;

} // namespace

DateRoomView::DateRoomView(Context &context, Safety &safety, QWidget *parent)
    : Translated(parent), m_context(context), m_parts(new QStackedWidget(this)), m_stage(new StageView(context))
{
    m_parts->addWidget(makeTalk(safety));
    m_parts->addWidget(new PlainScroll(m_stage, m_parts)); // large text in a small window
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_parts, 1);
    client::Session &session = context.session;
    const auto menu = [this, &safety](int seat, const QPoint &at) { showMenu(safety, seat, at); };
    connect(m_board, &SeatBoard::menuWanted, this, menu);
    connect(m_stage, &StageView::menuWanted, this, menu);
    connect(m_stage, &StageView::said, this, &DateRoomView::said);
    connect(m_pair, &PairCard::said, this, &DateRoomView::said);
    for (PairCard *card : {m_pair, m_stage->pairCard()})
        connect(card, &PairCard::roomWanted, this, &DateRoomView::roomWanted);
    connect(m_stage, &StageView::pickWanted, this, [this](int seat) { m_context.session.pick(m_date->date, seat); });
    connect(m_stage, &StageView::arrowWanted, this, [this](int seat) { m_context.session.shoot(m_date->date, seat); });
    connect(&session, &client::Session::roomChanged, this, [this](RoomId room) {
        if (m_date && m_date->room == room) {
            m_conversation->setRoom(m_date->room);
            refreshTopic(); // its words may have come
            m_stage->refreshHost();
            if (showsStage() && isVisible()) // the host's lines stand on the stage
                m_context.session.markRead(m_date->room, m_context.session.state().room(room)->room.head);
        }
    });
    connect(&context.theme, &Theme::changed, this, &DateRoomView::refresh);
    retranslate();
}

QWidget *DateRoomView::makeHeader()
{
    const Theme &theme = m_context.theme;
    QWidget *header = makePanel(this, u"surface"_s);
    m_title = makeLabel(header, Tone::Strong);
    m_phases = new PhaseBar(theme, [this] { return m_context.session.serverNow(); }, header);
    m_people = makeButton(header, Kind::Quiet);
    m_people->setIcon(themedIcon(theme, u"users"_s));
    m_people->setCheckable(true);
    m_leave = makeButton(header, Kind::Quiet);
    m_leave->setIcon(themedIcon(theme, u"leave"_s));
    auto *first = new QHBoxLayout;
    first->setSpacing(theme.px(8));
    first->addWidget(m_title, 1);
    first->addWidget(m_people);
    first->addWidget(m_leave);
    m_again = makeButton(header);
    first->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, &DateRoomView::doneWanted);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(theme.px(20), theme.px(10), theme.px(14), theme.px(12));
    layout->setSpacing(theme.px(6));
    layout->addLayout(first);
    layout->addWidget(m_phases);
    connect(m_people, &QPushButton::toggled, this, &DateRoomView::refresh);
    connect(m_leave, &QPushButton::clicked, this, &DateRoomView::leaveWanted);
    return header;
}

QWidget *DateRoomView::makeTopic()
{
    const Theme &theme = m_context.theme;
    m_topic = makePanel(this, u"topic"_s);
    m_topicIcon = new QLabel(m_topic);
    m_topicText = makeLabel(m_topic, Tone::Title);
    auto *layout = new QHBoxLayout(m_topic);
    layout->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14));
    layout->setSpacing(theme.px(12));
    layout->addWidget(m_topicIcon, 0, Qt::AlignTop);
    layout->addWidget(m_topicText, 1);
    return m_topic;
}

QWidget *DateRoomView::makeEnd()
{
    const Theme &theme = m_context.theme;
    m_end = makePanel(this, u"topic"_s);
    m_endHeading = makeLabel(m_end, Tone::Title);
    m_endText = makeLabel(m_end);
    m_pair = new PairCard(m_context, m_end);
    auto *layout = new QVBoxLayout(m_end);
    layout->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_endHeading);
    layout->addWidget(m_endText);
    layout->addWidget(m_pair);
    m_endArea = new ModestScroll(m_end, this);
    return m_endArea;
}

QWidget *DateRoomView::makeTalk(Safety &safety)
{
    auto *talk = new QWidget;
    m_board = new SeatBoard(m_context.theme, talk);
    m_conversation = new ConversationView(m_context, safety, talk);
    m_conversation->setHeaderVisible(false);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(makeTopic());
    right->addWidget(makeEnd(), 3);
    right->addWidget(m_conversation, 2);
    auto *layout = new QHBoxLayout(talk);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_board);
    layout->addLayout(right, 1);
    return talk;
}

void DateRoomView::retranslate()
{
    nameButton(m_people, tr("Who is here"));
    m_leave->setText(tr("Leave …"));
    m_leave->setToolTip(tr("Ctrl+Shift+L leaves at once"));
    m_again->setText(tr("To the next blind date"));
    m_board->setAccessibleName(tr("Who is here"));
    refresh();
}

void DateRoomView::setDate(const std::optional<protocol::Date> &date)
{
    const bool hadFocus = isVisible() && isAncestorOf(QApplication::focusWidget());
    const bool wasStage = showsStage();
    m_date = date;
    m_conversation->setRoom(date && m_context.session.state().room(date->room) ? std::optional(date->room) : std::nullopt);
    refresh();
    if (hadFocus && (wasStage != showsStage() || !isAncestorOf(QApplication::focusWidget())))
        focusFirst();
}

void DateRoomView::setNarrow(bool narrow)
{
    m_narrow = narrow;
    refresh();
}

bool DateRoomView::showsStage() const
{
    return m_parts->currentIndex() == 1;
}

void DateRoomView::refresh()
{
    const int width = m_context.theme.px(boardWidth);
    m_people->setVisible(m_narrow && !showsStage());
    m_board->setVisible(!m_narrow || m_people->isChecked());
    m_conversation->setVisible(!m_narrow || !m_people->isChecked());
    m_board->setFixedWidth(m_narrow ? QWIDGETSIZE_MAX : width);
    if (m_narrow)
        m_board->setMinimumWidth(0);
    if (!m_date)
        return;
    const auto &events = m_context.session.events();
    const auto event = std::ranges::find(events, m_date->event, &protocol::EventInfo::event);
    const client::RoomEntry *room = m_context.session.state().room(m_date->room);
    m_title->setText(room ? client::titleOf(m_context.session.state(), room->room) : event == events.end() ? tr("Blind date") : event->heading);
    m_phases->setDate(*m_date);
    m_phases->setVisible(m_date->phase != DatePhase::Closed);
    m_leave->setVisible(m_date->phase != DatePhase::Closed);
    m_again->setVisible(m_date->phase == DatePhase::Closed);
    m_board->setFaces(facesOf(*m_date), m_date->me);
    m_stage->setDate(*m_date);
    m_parts->setCurrentIndex(StageView::plays(m_date->phase) ? 1 : 0);
    m_people->setVisible(m_narrow && !showsStage());
    refreshTopic();
    refreshEnd();
}

QString DateRoomView::topic() const
{
    return m_topic->isVisibleTo(m_parts->widget(0)) ? m_topicText->text() : QString();
}

void DateRoomView::refreshTopic()
{
    const bool topical = m_date && (m_date->phase == DatePhase::Topic || m_date->phase == DatePhase::Talk) && m_date->topic;
    const QString words = topical ? m_context.session.topicText() : QString();
    m_topicText->setText(words);
    m_topicText->setAccessibleName(words.isEmpty() ? QString() : tr("The topic: %1").arg(words));
    m_topicIcon->setPixmap(iconPixmap(u"comment"_s, m_context.theme.px(24), m_context.theme.tokens().accentStrong, devicePixelRatioF()));
    m_topic->setVisible(!words.isEmpty());
}

void DateRoomView::refreshEnd()
{
    const bool ended = m_date && (m_date->phase == DatePhase::Farewell || m_date->phase == DatePhase::Closed);
    m_endArea->setVisible(ended);
    if (!ended)
        return;
    const bool closed = m_date->phase == DatePhase::Closed;
    const client::RoomEntry *room = m_context.session.state().room(m_date->room);
    m_endHeading->setText(closed ? tr("The evening is over. Until the next one!") : tr("Time to say goodbye"));
    m_endText->setText(room && room->room.expires ? tr("You can read this conversation until: %1. Then it is gone for everybody.").arg(momentText(*room->room.expires, m_context.session.serverNow()))
                                                  : tr("You can read this conversation for another day. Then it is gone for everybody."));
    const bool met = m_date->reveal && m_date->reveal->seat > 0;
    m_pair->setVisible(met);
    const auto seat = std::ranges::find(m_date->seats, met ? m_date->reveal->seat : 0, &protocol::Seat::number);
    if (met && seat != m_date->seats.end())
        m_pair->setPair({m_date->reveal->pair, seat->alias, m_date->reveal->until, m_date->reveal->mine}, m_date->reveal->room);
}

void DateRoomView::showMenu(Safety &safety, int seat, const QPoint &at)
{
    if (!m_date || seat <= 0 || seat == m_date->me)
        return;
    const QString name = client::seatName(m_date->seats, seat);
    const client::Whom whom = client::Whom::of(m_date->room, seat);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(name);
    QAction *block = menu->addAction(themedIcon(m_context.theme, u"block"_s), tr("Block %1 …").arg(name), this, [&safety, whom, name] { safety.block(whom, name); });
    block->setEnabled(!m_date->hidden.contains(seat));
    menu->addAction(themedIcon(m_context.theme, u"report"_s), tr("Report %1 …").arg(name), this, [&safety, whom, name] { safety.report(whom, name); });
    menu->popup(at);
}

void DateRoomView::focusFirst()
{
    if (showsStage())
        m_stage->focusFirst();
    else if (m_date && m_date->phase == DatePhase::Closed)
        m_again->setFocus();
    else
        m_conversation->focusComposer();
}

} // namespace jjak::desktop
