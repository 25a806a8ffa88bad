// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "common/protocol/table_values.h"

namespace jjak::desktop {

class Theme;

//! The chairs of a coffee table: who has a seat sits on one, the others are empty. Only shows; a screen reader is told who
//! sits there in one sentence.
class SeatRow final : public QWidget {
    Q_OBJECT

public:
    explicit SeatRow(const Theme &theme, QWidget *parent = nullptr);

    //! `me`: one's own name in the lounge, which nobody else bears there.
    void setTable(const protocol::Table &table, const QString &me);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    //! Where that chair is, from 0.
    QRectF seatRect(int seat) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintChair(QPainter &painter, const QRectF &place, bool taken) const;
    void paintGuest(QPainter &painter, int seat, const QRectF &place) const;
    QString noteOf(int seat) const;
    int chairHeight() const;

    const Theme &m_theme;
    protocol::Table m_table;
    QString m_me;
};

} // namespace jjak::desktop
