// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace jjak::desktop {

class Theme;

//! The distance picker: rings around oneself, the chosen disc glows. It is a slider in every respect: mouse, wheel, keys,
//! screen reader. It knows captions and a number, nothing of kilometres; and it shows nobody, because nobody is known.
class RadarPicker : public QWidget {
    Q_OBJECT
    Q_PROPERTY(int value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    explicit RadarPicker(const Theme &theme, QWidget *parent = nullptr);
    RadarPicker(const Theme &theme, const QStringList &steps, QWidget *parent = nullptr);

    //! The captions from the innermost ring to the outermost.
    [[nodiscard]] QStringList steps() const { return m_steps; }
    void setSteps(const QStringList &steps);

    //! The number of the chosen ring, 0 for the innermost; kept within the steps.
    [[nodiscard]] int value() const { return m_value; }
    void setValue(int value);
    [[nodiscard]] QString valueText() const { return m_steps.value(m_value); }

    //! Whether the sweep turns and rings grow smoothly; the theme can forbid it for all.
    [[nodiscard]] bool isAnimated() const;
    void setAnimated(bool animated);

    //! The radius of a ring in the widget's coordinates; between rings for fractions.
    [[nodiscard]] double ringRadius(double step) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    void valueChanged(int value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Scene;
    [[nodiscard]] Scene scene() const;
    void paintGround(QPainter &painter, const Scene &scene) const;
    void paintChosen(QPainter &painter, const Scene &scene) const;
    void paintSweep(QPainter &painter, const Scene &scene) const;
    void paintRings(QPainter &painter, const Scene &scene) const;
    void paintMe(QPainter &painter, const Scene &scene) const;
    void paintKnob(QPainter &painter, const Scene &scene) const;
    void paintLabels(QPainter &painter, const Scene &scene) const;
    [[nodiscard]] QRectF labelRect(int step, const Scene &scene) const;
    [[nodiscard]] int ringAt(const QPointF &point) const;
    void pick(const QPointF &point);
    void tell();
    void updateTimer();
    [[nodiscard]] double sweepAngle() const;

    const Theme &m_theme;
    QStringList m_steps;
    int m_value = 0;
    int m_hovered = -1;
    int m_wheel = 0;
    double m_shown = 0;      // the value as it is drawn, on its way to m_value
    double m_knobAngle = 40; // degrees clockwise from the right, where the pointer last was
    bool m_animated = true;
    QVariantAnimation m_growth;
    QBasicTimer m_sweepTimer;
    QElapsedTimer m_clock;
};

} // namespace jjak::desktop
