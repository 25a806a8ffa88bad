// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QLabel;

namespace jjak::desktop {

class Theme;

//! Where the evening stands: its parts one beside the other, what is on now, and the time left of it.
class PhaseBar final : public Translated<QWidget> {
    Q_OBJECT

public:
    using Clock = std::function<Time()>;

    //! `clock` tells the server's time.
    PhaseBar(const Theme &theme, Clock clock, QWidget *parent = nullptr);

    void setDate(const protocol::Date &date);
    //! The part that is on now, from 0; parts: how many there are.
    [[nodiscard]] int part() const;
    [[nodiscard]] int parts() const;
    [[nodiscard]] QString timeText() const;

protected:
    void retranslate() override { refresh(); }

private:
    class Bars;
    void refresh();
    void tick();
    [[nodiscard]] double share() const;

    const Theme &m_theme;
    Clock m_clock;
    protocol::Date m_date;
    QLabel *m_name;
    QLabel *m_left;
    Bars *m_bars;
    QTimer m_timer;
};

//! "2:05"; "1:02:05" from an hour on. Never negative.
[[nodiscard]] QString clockText(Duration left);

} // namespace jjak::desktop
