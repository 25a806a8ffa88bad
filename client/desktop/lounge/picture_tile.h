// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPixmap>

namespace jjak::desktop {

class Theme;

//! A small picture that can be pressed, cut to its frame. It knows neither where the picture comes from nor what pressing it
//! does.
class PictureTile final : public QAbstractButton {
    Q_OBJECT

public:
    PictureTile(const Theme &theme, QWidget *parent = nullptr);

    //! At 100 %.
    void setFrame(QSize size);
    void setPicture(const QPixmap &picture);
    const QPixmap &picture() const { return m_picture; }
    //! A note in the middle, for instance what a press does; empty for none.
    void setNote(const QString &note);
    //! How far it has come, in percent; -1 for none.
    void setProgress(int percent);
    int progress() const { return m_progress; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; } // a narrow column may cut it

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    QSize m_frame{120, 90};
    QPixmap m_picture;
    QString m_note;
    int m_progress = -1;
};

//! Draws a picture so that it fills the frame; what does not fit is cut off on both sides.
void paintCut(QPainter &painter, const QRectF &frame, double radius, const QPixmap &picture, const Theme &theme);

} // namespace jjak::desktop
