// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPixmap>
#include <memory>

#include "client/desktop/files/image_series.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace jjak::desktop {

//! One image as large as one likes: zoom, turn, save, copy, and on to the next of several. Shows how far it is loaded; Escape
//! closes it.
class ImageViewer final : public QDialog {
    Q_OBJECT

public:
    ImageViewer(const Theme &theme, std::unique_ptr<ImageSeries> images, int first, QWidget *parent);
    ~ImageViewer() override;

    int index() const { return m_index; }
    //! The next one, or the one before; at the ends nothing happens.
    void step(int by);

    //! 0: as large as fits.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    bool isLoaded() const { return !m_bytes.isEmpty(); }
    QString status() const;
    //! Writes the image there as it came; false, and a sentence in the viewer, when it cannot be written.
    bool saveTo(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QWidget *makeBar();
    void showImage(int index);
    void load();
    void take(const QByteArray &bytes);
    void place();
    void turn();
    void copy();
    void save();
    void say(const QString &sentence);
    double shownZoom() const;

    const Theme &m_theme;
    std::unique_ptr<ImageSeries> m_images;
    int m_index = 0;
    QPixmap m_picture;
    QByteArray m_bytes;
    double m_zoom = 0;
    QScrollArea *m_area;
    QLabel *m_canvas;
    QLabel *m_status;
    QList<QWidget *> m_needsBytes;
    QPushButton *m_previous = nullptr, *m_next = nullptr;
};

} // namespace jjak::desktop
