// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/table_calendar_buttons.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

TableCalendarButtons::TableCalendarButtons(Context &context, TableActions &actions, QWidget *parent)
    : Translated(parent), m_context(context), m_remind(makeIconButton(this, context.theme, u"bell"_s)), m_calendar(makeIconButton(this, context.theme, u"calendar"_s))
{
    m_remind->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(context.theme.px(4));
    layout->addWidget(m_remind);
    layout->addWidget(m_calendar);
    connect(m_remind, &QToolButton::toggled, this, [this](bool on) { m_context.session.setReminder(client::occasionOf(m_table), on); });
    connect(m_calendar, &QToolButton::clicked, this, [this, &actions] { actions.saveCalendar(m_table); });
    connect(&context.session, &client::Session::remindersChanged, this, &TableCalendarButtons::retranslate); // also elsewhere
    retranslate();
}

void TableCalendarButtons::setTable(const protocol::Table &table)
{
    m_table = table;
    retranslate();
}

void TableCalendarButtons::retranslate()
{
    const QString topic = displayText(m_table.topic).simplified();
    const bool reminds = m_context.session.hasReminder(m_table.table);
    const QSignalBlocker quiet(m_remind);
    m_remind->setChecked(reminds);
    m_remind->setIcon(themedIcon(m_context.theme, reminds ? u"bell"_s : u"bell-off"_s));
    nameButton(m_remind, reminds ? tr("You will be reminded of “%1”").arg(topic) : tr("Remind me of “%1”").arg(topic));
    m_remind->setAccessibleDescription(tr("10 minutes and 1 minute before it begins, while Jjak is running"));
    m_remind->setVisible(client::occasionOf(m_table).attended);
    nameButton(m_calendar, tr("Add “%1” to your calendar").arg(topic));
    setVisible(m_table.phase == protocol::TablePhase::Coming && m_table.mine != protocol::Standing::None);
}

} // namespace jjak::desktop
