// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/dates/seat_plan.h"
#include "common/protocol/date_values.h"

namespace jjak::desktop {

class Theme;

//! One seat as the board shows it, in words of the user's language.
struct SeatFace {
    int number = 0;
    QString alias; //!< the code: what the avatar is drawn from
    QString name;
    protocol::SeatState state = protocol::SeatState::Here;
    bool demo = false;
    bool blocked = false;
    bool operator==(const SeatFace &) const = default;
};

//! The circle of seats: avatars and names, oneself marked. It can be looked at (each seat has a menu), or one of the others
//! is chosen, or nobody: by mouse, by keys (arrows, the seat's number, 0), by a screen reader, to which it is a group of
//! radio buttons then. It knows faces and a number, nothing of dates.
class SeatBoard : public QWidget {
    Q_OBJECT

public:
    explicit SeatBoard(const Theme &theme, QWidget *parent = nullptr);

    void setFaces(const QList<SeatFace> &faces, int me);
    [[nodiscard]] const QList<SeatFace> &faces() const { return m_faces; }
    [[nodiscard]] int me() const { return m_me; }

    //! With a caption for "nobody" a seat can be chosen; empty: it can only be looked at.
    void setChoice(const QString &nobody);
    [[nodiscard]] bool isChoice() const { return !m_nobody.isEmpty(); }
    //! What is chosen; 0: nobody. Shows, and tells nobody about it.
    void setChosen(int seat);
    [[nodiscard]] int chosen() const { return m_chosen; }
    //! As if somebody had chosen it here; nothing happens for what cannot be chosen.
    void choose(int seat);
    [[nodiscard]] bool canChoose(int seat) const;

    //! What the keyboard goes through, and a screen reader: seats in the order of the circle, nobody (0) last.
    [[nodiscard]] QList<int> items() const;
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int seat);
    //! "Gentle Otter, seat 3, away, chosen".
    [[nodiscard]] QString spoken(int seat) const;
    [[nodiscard]] QRectF itemRect(int seat) const;
    [[nodiscard]] SeatPlan plan() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! Somebody chose here; also what was chosen already.
    void picked(int seat);
    void menuWanted(int seat, const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    //! Marks where the keyboard is; not for those who use the mouse.
    [[nodiscard]] bool showsFocus() const { return hasFocus() && m_byKeys; }
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

    //! What lies below the avatars and above the ground.
    virtual void paintBetween(QPainter &, const SeatPlan &) {}
    //! Whether this seat is in the light at the moment.
    [[nodiscard]] virtual bool isLit(int seat) const { return isChoice() && seat > 0 && seat == m_chosen; }
    [[nodiscard]] const SeatFace *face(int seat) const;
    [[nodiscard]] int hovered() const { return m_hovered; }
    const Theme &m_theme;

private:
    void paintGround(QPainter &painter, const SeatPlan &plan) const;
    void paintSeat(QPainter &painter, const SeatSpot &spot) const;
    void paintSigns(QPainter &painter, const SeatSpot &spot, const SeatFace &face) const;
    void paintName(QPainter &painter, const SeatSpot &spot, const SeatFace &face) const;
    void paintNobody(QPainter &painter, const QRectF &rect) const;
    void step(int by);
    void tell(int seat);

    QList<SeatFace> m_faces;
    int m_me = 0;
    QString m_nobody;
    int m_chosen = 0;
    int m_current = 0;
    int m_hovered = -1;
    bool m_byKeys = false;
};

} // namespace jjak::desktop
