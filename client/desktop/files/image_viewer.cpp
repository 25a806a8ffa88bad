// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/image_viewer.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QPointer>
#include <QScrollArea>
#include <QShortcut>
#include <QStandardPaths>
#include <QTransform>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/files/save_file.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr double leastZoom = 0.1, mostZoom = 8, zoomStep = 1.25;

} // namespace

ImageViewer::ImageViewer(const Theme &theme, std::unique_ptr<ImageSeries> images, int first, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_images(std::move(images)), m_area(new QScrollArea(this)), m_canvas(new QLabel), m_status(makeLabel(this, Tone::Muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_canvas->setAlignment(Qt::AlignCenter);
    m_area->setWidget(m_canvas);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    layout->addWidget(m_area, 1);
    layout->addWidget(m_status);
    layout->addWidget(makeBar());
    resize(parent->window()->size() * 0.9);
    connect(m_images.get(), &ImageSeries::progress, this, [this](int index, qint64 have, qint64 total) {
        if (index == m_index && !isLoaded() && total > 0)
            say(tr("Loading … %1 %").arg(have * 100 / total));
    });
    showImage(first);
}

ImageViewer::~ImageViewer()
{
    if (!isLoaded())
        m_images->cancel(m_index);
}

QWidget *ImageViewer::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch();
    const auto add = [&](const QString &text, auto act, bool needsBytes = false) -> QPushButton * {
        auto *button = makeButton(bar);
        button->setText(text);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        if (needsBytes)
            m_needsBytes.append(button);
        return button;
    };
    if (m_images->count() > 1) {
        m_previous = add(tr("Previous"), [this] { step(-1); });
        m_next = add(tr("Next"), [this] { step(1); });
        // As shortcuts, because buttons take arrows for moving among themselves.
        connect(new QShortcut(Qt::Key_Left, this), &QShortcut::activated, this, [this] { step(-1); });
        connect(new QShortcut(Qt::Key_Right, this), &QShortcut::activated, this, [this] { step(1); });
    }
    add(tr("Smaller"), [this] { setZoom(shownZoom() / zoomStep); });
    add(tr("Fit"), [this] { setZoom(0); });
    add(tr("Larger"), [this] { setZoom(shownZoom() * zoomStep); });
    add(tr("Turn"), [this] { turn(); });
    add(tr("Copy"), [this] { copy(); }, true);
    add(tr("Save …"), [this] { save(); }, true);
    add(tr("Close"), [this] { reject(); });
    layout->addStretch();
    return bar;
}

QString ImageViewer::status() const
{
    return m_status->text();
}

void ImageViewer::say(const QString &sentence)
{
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
}

void ImageViewer::step(int by)
{
    const int wanted = m_index + by;
    if (wanted < 0 || wanted >= m_images->count())
        return;
    if (!isLoaded())
        m_images->cancel(m_index);
    showImage(wanted);
}

void ImageViewer::showImage(int index)
{
    m_index = index;
    m_bytes.clear();
    m_picture = m_images->preview(index);
    m_zoom = 0;
    m_canvas->clear();
    setWindowTitle(m_images->count() > 1 ? tr("Picture %1 of %2: %3").arg(QString::number(index + 1), QString::number(m_images->count()), displayText(m_images->name(index))) : tr("Image"));
    m_canvas->setAccessibleName(windowTitle());
    for (QWidget *button : std::as_const(m_needsBytes))
        button->setEnabled(false);
    if (m_previous) {
        m_previous->setEnabled(index > 0);
        m_next->setEnabled(index + 1 < m_images->count());
    }
    place();
    load();
}

void ImageViewer::load()
{
    say(tr("Loading …"));
    m_images->fetch(m_index, [self = QPointer<ImageViewer>(this), index = m_index](const Result<QByteArray> &bytes) {
        if (!self || self->m_index != index || self->isLoaded())
            return;
        if (bytes)
            self->take(*bytes);
        else
            self->say(client::sentence(bytes.error()));
    });
}

void ImageViewer::take(const QByteArray &bytes)
{
    QPixmap picture;
    if (!picture.loadFromData(bytes))
        return say(client::sentence(Error{ErrorCode::FileType}));
    m_bytes = bytes;
    m_picture = picture;
    for (QWidget *button : std::as_const(m_needsBytes))
        button->setEnabled(true);
    say({});
    place();
}

double ImageViewer::shownZoom() const
{
    if (m_zoom > 0 || m_picture.isNull())
        return std::max(m_zoom, leastZoom);
    const QSizeF room = m_area->viewport()->size(), whole = m_picture.size();
    return std::min({room.width() / whole.width(), room.height() / whole.height(), 1.0});
}

void ImageViewer::setZoom(double zoom)
{
    m_zoom = zoom <= 0 ? 0 : std::clamp(zoom, leastZoom, mostZoom);
    place();
}

void ImageViewer::place()
{
    if (m_picture.isNull())
        return;
    const QSize size = (QSizeF(m_picture.size()) * shownZoom()).toSize().expandedTo({1, 1});
    m_canvas->setPixmap(m_picture.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    m_canvas->resize(size);
}

void ImageViewer::turn()
{
    m_picture = m_picture.transformed(QTransform().rotate(90));
    place();
}

void ImageViewer::copy()
{
    QGuiApplication::clipboard()->setPixmap(m_picture);
    say(tr("Copied."));
}

bool ImageViewer::saveTo(const QString &path)
{
    const QString problem = saveFile(path, m_bytes);
    say(problem.isEmpty() ? tr("Saved.") : problem);
    return problem.isEmpty();
}

void ImageViewer::save()
{
    const QString name = m_images->name(m_index);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the image"), folder + u'/' + name);
    if (!path.isEmpty())
        saveTo(path);
}

void ImageViewer::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    place();
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return setZoom(shownZoom() * zoomStep);
    case Qt::Key_Minus: return setZoom(shownZoom() / zoomStep);
    case Qt::Key_0: return setZoom(0);
    case Qt::Key_R: return turn();
    default: break;
    }
    if (isLoaded() && event->matches(QKeySequence::Copy))
        return copy();
    if (isLoaded() && event->matches(QKeySequence::Save))
        return save();
    QDialog::keyPressEvent(event);
}

void ImageViewer::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        setZoom(event->angleDelta().y() > 0 ? shownZoom() * zoomStep : shownZoom() / zoomStep);
    event->accept();
}

} // namespace jjak::desktop
