// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/house_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/dates/event_dialog.h"
#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "client/desktop/settings/action_list.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

HouseView::HouseView(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_heading(makeLabel(this, Tone::Title)), m_text(makeLabel(this, Tone::Muted)), m_open(makeButton(this)), m_list(new ActionList(context.theme, this))
{
    const Theme &theme = context.theme;
    m_open->setIcon(themedIcon(theme, u"plus"_s));
    auto *card = new Card(theme, this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(theme.px(4), theme.px(2), theme.px(4), theme.px(2)); // besides those of the card
    inside->setSpacing(theme.px(10));
    inside->addWidget(m_heading);
    inside->addWidget(m_text);
    inside->addWidget(m_list);
    inside->addWidget(m_open, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_open, &QPushButton::clicked, this, [this] {
        auto *dialog = new EventDialog(m_context, window());
        connect(dialog, &EventDialog::opened, this, [this](const QString &title) { Q_EMIT said(tr("“%1” is announced to everybody.").arg(title)); });
        dialog->open();
    });
    retranslate();
}

void HouseView::retranslate()
{
    m_heading->setText(tr("For operators"));
    m_text->setText(tr("You can plan events for everybody on this server. Nobody, you included, is ever shown an arrow."));
    m_open->setText(tr("Plan an event …"));
    m_listed.reset();
    refresh();
}

void HouseView::refresh()
{
    const QList<protocol::EventInfo> &events = m_context.session.events();
    if (m_context.session.role() != protocol::Role::Operator || m_listed == events)
        return; // unchanged: whoever has the keyboard on a line keeps it
    m_listed = events;
    QList<ActionList::Line> lines;
    const Time now = m_context.session.serverNow();
    for (const protocol::EventInfo &event : events)
        lines.append({event.heading, windowText(event, now), tr("Close …"), tr("Close %1").arg(event.heading), [this, id = event.event, title = event.heading] { askToClose(id, title); }});
    if (lines.isEmpty())
        m_list->setSentence(tr("Nothing is planned."));
    else
        m_list->setLines(lines);
}

void HouseView::askToClose(EventId event, const QString &title)
{
    auto *dialog = new ConfirmDialog(m_context.theme, tr("Close “%1”?").arg(title),
                                     tr("Nobody can enter any more, and people who wait are told so. Dates that have begun go on to their end. This cannot be undone."),
                                     tr("Close the event"), window());
    connect(dialog, &QDialog::accepted, this, [this, event] {
        m_context.session.closeEvent(event, [this](const Result<> &result) { Q_EMIT said(result ? tr("The event is closed.") : client::sentence(result.error())); });
    });
    dialog->open();
}

} // namespace jjak::desktop
