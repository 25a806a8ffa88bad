// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace jjak::desktop {

class Theme;

//! A table that fills up: one chair for each seat, and how many are taken in the middle. Who waits is nobody's to know, so
//! every guest looks alike; only oneself is marked.
class LobbyRing final : public QWidget {
    Q_OBJECT

public:
    explicit LobbyRing(const Theme &theme, QWidget *parent = nullptr);

    //! Oneself is among those who are seated. Both are kept sensible.
    void setSeated(int seated, int seats);
    [[nodiscard]] int seated() const { return m_seated; }
    [[nodiscard]] int seats() const { return m_seats; }
    //! How full the ring is drawn at this moment, in seats; without motion always what is so.
    [[nodiscard]] double shown() const { return m_shown; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintChair(QPainter &painter, int index, const QPointF &at, double radius) const;
    void settle();

    const Theme &m_theme;
    int m_seated = 0;
    int m_seats = 7;
    double m_shown = 0;
    QVariantAnimation m_motion;
};

} // namespace jjak::desktop
