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
#include <QStandardPaths>
#include <QTransform>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/files/save_file.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr double leastZoom = 0.1, mostZoom = 8, step = 1.25;

} // namespace

ImageViewer::ImageViewer(Context &context, RoomId room, qint64 seq, const QPixmap &preview, QWidget *parent)
    : QDialog(parent), m_context(context), m_room(room), m_seq(seq), m_picture(preview), m_area(new QScrollArea(this)), m_canvas(new QLabel), m_status(makeLabel(this, Tone::Muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Image"));
    m_canvas->setAlignment(Qt::AlignCenter);
    m_canvas->setAccessibleName(tr("Image"));
    m_area->setWidget(m_canvas);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(context.theme.px(8), context.theme.px(8), context.theme.px(8), context.theme.px(8));
    layout->addWidget(m_area, 1);
    layout->addWidget(m_status);
    layout->addWidget(makeBar());
    resize(parent->window()->size() * 0.9);
    connect(&context.session, &client::Session::fetchProgress, this, [this](RoomId of, qint64 which, qint64 have, qint64 total) {
        if (of == m_room && which == m_seq && !isLoaded() && total > 0)
            say(tr("Loading … %1 %").arg(have * 100 / total));
    });
    load();
}

ImageViewer::~ImageViewer()
{
    if (!isLoaded())
        m_context.session.cancelFetch(m_room, m_seq);
}

QWidget *ImageViewer::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch();
    const auto add = [&](const QString &text, auto act, bool needsBytes = false) {
        auto *button = makeButton(bar);
        button->setText(text);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
        if (needsBytes)
            m_needsBytes.append(button);
    };
    add(tr("Smaller"), [this] { setZoom(shownZoom() / step); });
    add(tr("Fit"), [this] { setZoom(0); });
    add(tr("Larger"), [this] { setZoom(shownZoom() * step); });
    add(tr("Turn"), [this] { turn(); });
    add(tr("Copy"), [this] { copy(); }, true);
    add(tr("Save …"), [this] { save(); }, true);
    add(tr("Close"), [this] { reject(); });
    for (QWidget *button : std::as_const(m_needsBytes))
        button->setEnabled(false);
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

void ImageViewer::load()
{
    say(tr("Loading …"));
    m_context.session.fetchFile(m_room, m_seq, false, [self = QPointer<ImageViewer>(this)](const Result<QByteArray> &bytes) {
        if (!self)
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
    const auto message = m_context.session.cachedMessage(m_room, m_seq);
    const QString name = message && message->file ? message->file->name : u"image.jpg"_s;
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
    case Qt::Key_Equal: return setZoom(shownZoom() * step);
    case Qt::Key_Minus: return setZoom(shownZoom() / step);
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
        setZoom(event->angleDelta().y() > 0 ? shownZoom() * step : shownZoom() / step);
    event->accept();
}

} // namespace jjak::desktop
