// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/context.h"
#include "common/protocol/table_values.h"

namespace jjak::desktop {

class TableActions;
class TableCard;

//! A table with all one can do with it, above its room. Closes by itself when its card leads elsewhere.
class TableDialog final : public QDialog {
    Q_OBJECT

public:
    TableDialog(Context &context, TableActions &actions, const protocol::Table &table, QWidget *parent);

    TableCard *card() const { return m_card; }

private:
    TableCard *m_card;
};

} // namespace jjak::desktop
