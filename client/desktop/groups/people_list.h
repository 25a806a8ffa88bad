// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include "client/desktop/context.h"

namespace jjak::desktop {

//! The people one talks with, to choose some of them: a check box each. Known by the direct rooms with them.
class PeopleList final : public QListWidget {
    Q_OBJECT

public:
    explicit PeopleList(const Context &context, QWidget *parent = nullptr);

    QList<RoomId> chosen() const;
    bool isEmpty() const { return count() == 0; }

Q_SIGNALS:
    void chosenChanged();
};

} // namespace jjak::desktop
