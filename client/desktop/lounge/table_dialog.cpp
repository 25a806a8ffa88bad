// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/table_dialog.h"

#include <QVBoxLayout>

#include "client/desktop/forms/fitting_scroll.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_card.h"
#include "client/desktop/makers.h"

namespace jjak::desktop {

TableDialog::TableDialog(Context &context, TableActions &actions, const protocol::Table &table, QWidget *parent) : QDialog(parent), m_card(new TableCard(context, actions))
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("The table of this room"));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(windowTitle());
    m_card->setTable(table);
    m_card->setMinimumWidth(theme.px(420));
    auto *close = makeButton(this);
    close->setText(tr("Close", "a dialog"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(new FittingScroll(m_card, this), 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&actions, &TableActions::roomWanted, this, &QDialog::reject);
    connect(&actions, &TableActions::postWanted, this, &QDialog::reject);
    keepTabAsSeen(this);
    close->setFocus();
}

} // namespace jjak::desktop
