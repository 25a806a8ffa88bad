// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/my_page.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/lounge/card_column.h"
#include "client/desktop/lounge/my_calendar.h"
#include "client/desktop/lounge/my_profile_card.h"
#include "client/desktop/lounge/my_table_list.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using client::MyTables;
using protocol::Table;

namespace {

constexpr int lookEvery = 20'000; // ms; days and moments have names that change

} // namespace

MyPage::MyPage(Context &context, TableActions &actions, QWidget *parent)
    : Translated(parent), m_context(context), m_actions(actions), m_tables(actions.mine()), m_profile(new MyProfileCard(context)), m_heading(makeLabel(this, Tone::Title)),
      m_note(makeLabel(this, Tone::Muted)), m_coming(new MyTableList(context, actions)), m_waiting(new MyTableList(context, actions)), m_past(new MyTableList(context, actions)),
      m_more(makeButton(this, Kind::Link)), m_retry(makeButton(this)), m_calendar(new MyCalendar(context))
{
    const Theme &theme = context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.px(4), theme.px(6), theme.px(12));
    layout->setSpacing(theme.px(12));
    for (QWidget *part : {static_cast<QWidget *>(m_profile), makeTables(), static_cast<QWidget *>(m_calendar)})
        layout->addWidget(part);
    layout->addStretch();
    m_clock.setInterval(lookEvery);
    connectParts();
    retranslate();
}

QWidget *MyPage::makeTables()
{
    QVBoxLayout *column = makeCardColumn(this, m_context.theme, {.above = 14, .between = 12, .below = 14});
    for (QLabel *label : {m_heading, m_note})
        addWords(column, label, m_context.theme);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    for (MyTableList *list : {m_coming, m_waiting, m_past})
        column->addWidget(list);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    return column->parentWidget();
}

void MyPage::connectParts()
{
    client::Session &session = m_context.session;
    connect(&m_tables, &MyTables::changed, this, &MyPage::refresh);
    connect(&session, &client::Session::eventsChanged, this, &MyPage::refreshCalendar);
    connect(&m_clock, &QTimer::timeout, this, &MyPage::tick);
    connect(m_retry, &QPushButton::clicked, &m_tables, &MyTables::refresh);
    connect(m_more, &QPushButton::clicked, &m_tables, &MyTables::fetchMore);
    connect(m_profile, &MyProfileCard::editWanted, this, &MyPage::profileWanted);
    connect(m_profile, &MyProfileCard::feedWanted, this, &MyPage::feedWanted);
    connect(m_calendar, &MyCalendar::occasionWanted, this, &MyPage::open);
}

void MyPage::retranslate()
{
    m_heading->setText(tr("My tables"));
    m_coming->setTexts(tr("Coming"), tr("You have a seat at no table. Look under Tables for one to join, or offer one with a post of yours."));
    m_waiting->setTexts(tr("Waiting"), tr("You wait for no seat. Where all seats are taken you can stand in line."));
    m_past->setTexts(tr("Past"), tr("None of your tables has ended yet."));
    m_more->setText(tr("Show earlier ones"));
    m_retry->setText(tr("Try again"));
    refresh();
}

void MyPage::refresh()
{
    const bool failed = m_tables.state() == MyTables::State::Failed, listed = m_tables.isListed();
    m_note->setText(failed ? client::sentence(m_tables.error()) : listed ? QString() : tr("Loading …"));
    m_note->setVisible(!m_note->text().isEmpty());
    m_retry->setVisible(failed);
    m_coming->setTables(m_tables.coming());
    m_waiting->setTables(m_tables.waiting());
    m_past->setTables(m_tables.past());
    for (MyTableList *list : {m_coming, m_waiting, m_past})
        list->setVisible(listed);
    m_more->setVisible(listed && m_tables.hasMore());
    refreshCalendar();
}

void MyPage::refreshCalendar()
{
    QList<client::Occasion> occasions;
    for (const protocol::EventInfo &event : m_context.session.events())
        occasions.append(client::occasionOf(event));
    const QList<Table> tables = m_tables.all();
    for (const Table &table : tables)
        occasions.append(client::occasionOf(table));
    m_calendar->setOccasions(occasions);
}

void MyPage::tick()
{
    for (MyTableList *list : {m_coming, m_waiting, m_past})
        list->tick();
    m_calendar->tick();
}

void MyPage::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    m_tables.refresh();
    m_clock.start();
    tick();
}

void MyPage::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    Translated::hideEvent(event);
}

void MyPage::focusFirst()
{
    (m_profile->editButton()->isVisible() ? m_profile->editButton() : m_profile->writtenButton())->setFocus();
}

QString MyPage::note() const
{
    return m_note->text();
}

void MyPage::open(const client::Occasion &occasion)
{
    if (!occasion.isTable())
        return Q_EMIT eventsWanted();
    const QList<Table> tables = m_tables.all();
    const auto table = std::ranges::find_if(tables, [&occasion](const Table &one) { return client::OccasionId(one.table) == occasion.id; });
    if (table != tables.end())
        Q_EMIT m_actions.postWanted(table->post);
}

} // namespace jjak::desktop
