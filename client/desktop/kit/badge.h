// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace jjak::desktop {

class Theme;

//! What a badge says for a number: nothing for none, "99+" for many.
[[nodiscard]] QString badgeText(int count);

//! The room that badge takes, 0 for no number.
[[nodiscard]] QSizeF badgeSize(int count, const Theme &theme);

//! Draws a filled pill with a number, its right edge in the middle of the right edge of `rect`.
void paintBadge(QPainter &painter, const QRectF &rect, int count, bool quiet, const Theme &theme);

//! Draws a small outlined pill with a word ("demo") and says how wide it is.
double paintTag(QPainter &painter, const QPointF &leftCentre, const QString &text, const Theme &theme);

//! The number of unread things beside a title or a button; hides itself at none.
class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return m_count; }
    void setCount(int count);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_count = 0;
};

} // namespace jjak::desktop
