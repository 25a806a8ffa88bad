// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>
#include <optional>

#include "client/desktop/dates/seat_board.h"

namespace jjak::desktop {

//! The circle of seats on which one's arrow is drawn: from oneself to a seat, by dragging, clicking, or keys. Later it shows
//! what the arrows brought: two that meet, or the circle as it was. Without motion it shows the same, standing still.
class ArrowBoard final : public SeatBoard {
    Q_OBJECT

public:
    enum class Shows {
        Pick,   //!< a seat is chosen, without an arrow
        Arrow,  //!< the chosen seat is where the arrow points
        Reveal, //!< nothing is chosen any more
    };

    explicit ArrowBoard(const Theme &theme, QWidget *parent = nullptr);

    void setShows(Shows shows);
    [[nodiscard]] Shows shows() const { return m_shows; }
    //! For Reveal: whose arrow met one's own; 0: nobody's.
    void setMet(int seat);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int met() const { return m_met; }

    //! 1 when everything stands where it will stay.
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] bool isMoving() const { return m_motion.state() == QAbstractAnimation::Running; }
    [[nodiscard]] bool isDragging() const { return m_drag.has_value(); }

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintBetween(QPainter &painter, const SeatPlan &plan) override;
    bool isLit(int seat) const override;

private:
    void move(int milliseconds);
    void paintArrow(QPainter &painter, const SeatPlan &plan) const;
    void paintWaiting(QPainter &painter, const SeatPlan &plan, const SeatSpot &mine) const;
    void paintGarland(QPainter &painter, const SeatPlan &plan) const;
    void paintMeeting(QPainter &painter, const SeatPlan &plan) const;
    [[nodiscard]] double thickness(const SeatPlan &plan) const { return std::max(8.0, plan.diameter * 0.15); }
    [[nodiscard]] int target() const;

    Shows m_shows = Shows::Pick;
    int m_met = 0;
    int m_arrowAt = -1; //!< where the arrow pointed when it last began to grow
    double m_progress = 1;
    std::optional<QPointF> m_drag; //!< where the tip is held
    QVariantAnimation m_motion;
};

} // namespace jjak::desktop
