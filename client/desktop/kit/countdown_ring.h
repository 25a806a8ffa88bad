// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace jjak::desktop {

class Theme;

//! A ring that empties towards a deadline, with the seconds in it. The owner says how much is left whenever it knows
//! better; in between the ring counts by itself. It decides nothing when it is empty.
class CountdownRing : public QWidget {
    Q_OBJECT

public:
    explicit CountdownRing(const Theme &theme, QWidget *parent = nullptr);

    //! Milliseconds left of a total; both are kept at 0 or more. Counts from now on.
    void setRemaining(qint64 remaining, qint64 total);
    //! Stops counting and shows an empty ring.
    void stop();

    [[nodiscard]] qint64 remaining() const;
    [[nodiscard]] int secondsShown() const;

    //! The moment that a screen reader is told of between two readings: the start of a countdown, 10 s and 5 s; else -1.
    //! Never every second. `before` is -1 at the start.
    [[nodiscard]] static int announcedSecond(qint64 before, qint64 now);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QColor color() const;
    void announce();
    void updateTimer();

    const Theme &m_theme;
    qint64 m_total = 0;
    qint64 m_remaining = 0;
    qint64 m_announcedAt = -1;
    QElapsedTimer m_since;
    QBasicTimer m_timer;
};

} // namespace jjak::desktop
