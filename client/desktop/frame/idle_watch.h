// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "common/base/time.h"

namespace jjak::desktop {

//! Notices that nobody has touched keyboard or mouse in this program for a while, and that somebody does again.
class IdleWatch final : public QObject {
    Q_OBJECT

public:
    static constexpr Duration usual = 5min;

    explicit IdleWatch(Duration patience = usual, QObject *parent = nullptr);
    bool isAway() const { return m_away; }

Q_SIGNALS:
    void changed(bool away);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setAway(bool away);

    QTimer m_timer;
    bool m_away = false;
};

} // namespace jjak::desktop
