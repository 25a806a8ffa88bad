// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/table_card.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/flow_layout.h"
#include "client/desktop/lounge/seat_row.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_calendar_buttons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::Standing;
using protocol::TablePhase;

namespace {

constexpr int secondMs = 1000;

//! In the menu, so that they are not pressed by the way.
bool isInMenu(TableAct act)
{
    return act == TableAct::Rename || act == TableAct::Close;
}

bool isPrimary(TableAct act)
{
    return act == TableAct::Join || act == TableAct::Ask || act == TableAct::Line || act == TableAct::Take || act == TableAct::Room;
}

void setWords(QLabel *label, const QString &words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

TableCard::TableCard(Context &context, TableActions &actions, QWidget *parent)
    : Translated(context.theme, parent), m_context(context), m_actions(actions), m_topic(makeLabel(this, Tone::Strong)), m_when(makeLabel(this)), m_detail(makeLabel(this, Tone::Muted)),
      m_standing(makeLabel(this)), m_keeping(makeLabel(this, Tone::Muted)),
      m_seats(new SeatRow(context.theme, this)), m_dates(new TableCalendarButtons(context, actions, this)),
      m_more(makeIconButton(this, context.theme, u"more"_s)), m_menu(new QMenu(this)), m_asking(new QVBoxLayout)
{
    const Theme &theme = context.theme;
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_asking->setSpacing(theme.px(4));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0); // besides those of the card
    layout->setSpacing(theme.px(8));
    layout->addWidget(makeTop());
    layout->addWidget(m_seats);
    for (QLabel *label : {m_detail, m_standing, m_keeping})
        layout->addWidget(label);
    layout->addLayout(m_asking);
    layout->addWidget(makeButtons());
    m_second.setInterval(secondMs);
    connect(&m_second, &QTimer::timeout, this, &TableCard::tick);
    connect(this, &Card::clicked, this, [this] { Q_EMIT m_actions.postWanted(m_table.post); });
    connect(&context.session.tables(), &client::Tables::tableChanged, this, [this](const protocol::Table &table) {
        if (table.table == m_table.table && table.version >= m_table.version)
            setTable(table);
    });
    connect(&context.session.lounge(), &client::Lounge::profileChanged, this, &TableCard::retranslate);
}

QWidget *TableCard::makeTop()
{
    auto *top = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(m_context.theme.px(2));
    words->addWidget(m_topic);
    words->addWidget(m_when);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(words, 1);
    row->addWidget(m_dates, 0, Qt::AlignTop);
    row->addWidget(m_more, 0, Qt::AlignTop);
    return top;
}

QWidget *TableCard::makeButtons()
{
    m_row = new QWidget(this);
    auto *flow = new FlowLayout(m_context.theme.px(8), m_row);
    for (int i = 0; i <= int(TableAct::Leave); ++i) {
        const auto act = TableAct(i);
        QPushButton *button = makeButton(m_row, isPrimary(act) ? Kind::Primary : act == TableAct::Leave ? Kind::Quiet : Kind::Plain);
        connect(button, &QPushButton::clicked, this, [this, act] { m_actions.act(act, m_table); });
        flow->addWidget(button);
        m_buttons.insert(act, button);
    }
    return m_row;
}

void TableCard::setTable(const protocol::Table &table)
{
    const bool asking = table.asking != m_table.asking || table.table != m_table.table;
    m_table = table;
    if (asking)
        refillAsking();
    m_dates->setTable(table);
    retranslate();
    refreshTimer();
}

void TableCard::setLeadsToPost(bool leads)
{
    setClickable(leads);
}

void TableCard::setBesidePost(bool beside)
{
    m_besidePost = beside;
    refillMenu();
}

void TableCard::retranslate()
{
    const QString topic = displayText(m_table.topic).simplified();
    m_topic->setText(topic);
    nameButton(m_more, tr("More about the table “%1”").arg(topic));
    m_detail->setText(tableDetailText(m_table));
    const auto &profile = m_context.session.lounge().profile();
    m_seats->setTable(m_table, profile ? profile->name : QString());
    m_seats->setVisible(!m_table.guests.isEmpty());
    const bool sits = m_table.mine == Standing::Seated || m_table.mine == Standing::Host;
    setWords(m_keeping, sits ? keepingText(m_table) : QString());
    refreshButtons();
    refillMenu();
    tick();
}

void TableCard::tick()
{
    const Time now = m_context.session.serverNow();
    m_when->setText(tableWhenText(m_table, now));
    setWords(m_standing, standingText(m_table, now));
    setTone(m_standing, m_table.mine == Standing::Offered ? Tone::Strong : Tone::Plain);
    if (!m_second.isActive()) // a screen reader is not told each second anew
        setAccessibleName(accessibleText(m_table, now));
}

QString TableCard::standing() const
{
    return m_standing->text();
}

//! Buttons come and go; who pressed one with the keyboard goes on from the next.
void TableCard::refreshButtons()
{
    const QList<TableAct> acts = actsFor(m_table);
    QWidget *focus = QApplication::focusWidget();
    QPushButton *next = nullptr;
    const bool had = focus && isAncestorOf(focus);
    for (const auto &[act, button] : m_buttons.asKeyValueRange()) {
        const bool there = acts.contains(act) && !isInMenu(act);
        button->setVisible(there);
        button->setText(actText(act, m_table));
        button->setAccessibleName(tr("%1: %2", "what a button does, the topic of a table").arg(button->text(), m_topic->text()));
        next = there && !next ? button : next;
    }
    int tall = 0; // one height in a row, though the style gives the first one more
    for (const QPushButton *button : std::as_const(m_buttons))
        tall = std::max(tall, button->sizeHint().height());
    for (QPushButton *button : std::as_const(m_buttons))
        button->setMinimumHeight(tall);
    m_row->setVisible(next != nullptr);
    if (had && !(focus->isVisibleTo(this)))
        (next ? static_cast<QWidget *>(next) : m_more)->setFocus();
}

QPushButton *TableCard::button(TableAct act) const
{
    QPushButton *button = m_buttons.value(act);
    return button && button->isVisibleTo(this) ? button : nullptr;
}

void TableCard::refillMenu()
{
    m_menu->clear();
    const auto add = [this](const QString &text, std::function<void()> what) { connect(m_menu->addAction(text), &QAction::triggered, this, what); };
    if (!m_besidePost)
        add(tr("To its post"), [this] { Q_EMIT m_actions.postWanted(m_table.post); });
    for (const TableAct act : actsFor(m_table))
        if (isInMenu(act))
            add(actText(act, m_table), [this, act] { m_actions.act(act, m_table); });
    if (m_table.mine == Standing::Host && m_table.phase != TablePhase::Ended)
        for (const protocol::TableGuest &guest : m_table.guests.mid(1))
            add(tr("Remove %1 …").arg(displayText(guest.name).simplified()), [this, guest] { m_actions.remove(m_table.table, guest); });
    m_more->setVisible(!m_menu->isEmpty());
}

void TableCard::refillAsking()
{
    while (QLayoutItem *item = m_asking->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const protocol::TableGuest &guest : std::as_const(m_table.asking))
        addAsking(guest);
}

void TableCard::addAsking(const protocol::TableGuest &guest)
{
    const QString name = guestText(guest);
    auto *row = new QWidget(this);
    auto *words = makeLabel(row);
    words->setText(tr("%1 asks to come.").arg(name));
    const auto answer = [this, row, name, guest](const QString &text, const QString &spoken, bool yes) {
        QPushButton *button = makeButton(row, yes ? Kind::Plain : Kind::Quiet);
        button->setText(text);
        button->setAccessibleName(spoken.arg(name));
        button->setProperty("answer", yes);
        connect(button, &QPushButton::clicked, this, [this, guest, yes] { m_actions.admit(m_table.table, guest, yes); });
        return button;
    };
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(words, 1);
    layout->addWidget(answer(tr("Admit"), tr("Admit %1"), true));
    layout->addWidget(answer(tr("Refuse"), tr("Refuse %1"), false));
    m_asking->addWidget(row);
    row->show();
}

QList<QPushButton *> TableCard::answerButtons() const
{
    QList<QPushButton *> out;
    for (int i = 0; i < m_asking->count(); ++i)
        out += m_asking->itemAt(i)->widget()->findChildren<QPushButton *>();
    return out;
}

void TableCard::refreshTimer()
{
    const bool counts = isVisible() && m_table.mine == Standing::Offered && m_table.until;
    if (counts && !m_second.isActive())
        m_second.start();
    else if (!counts)
        m_second.stop();
}

void TableCard::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    tick();
    refreshTimer();
}

void TableCard::hideEvent(QHideEvent *event)
{
    Translated::hideEvent(event);
    refreshTimer();
}

} // namespace jjak::desktop
