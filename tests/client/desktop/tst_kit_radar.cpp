// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/radar_picker.h"
#include "client/desktop/kit/theme.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

class TstKitRadar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysChooseRings_data();
    void keysChooseRings();
    void valueStaysWithinTheSteps();
    void ringsGrowOutwardsInsideTheWidget_data();
    void ringsGrowOutwardsInsideTheWidget();
    void clickPicksTheRingUnderIt();
    void dragFollowsThePointer();
    void rightButtonPicksNothing();
    void wheelGoesOneStepANotch();
    void fewerStepsPullTheValueIn();
    void screenReadersMeetASlider();
    void screenReadersCanMoveIt();
    void stillWithoutMotion();
    void turnsWithMotion();
    void focusIsVisible();
    void everyChoiceLooksDifferent();
    void emptyPickerDoesNothing();

private:
    [[nodiscard]] QPoint pointAt(double step, double degrees) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RadarPicker> m_radar;
};

namespace {

const QStringList steps{u"Same area"_s, u"2 km"_s, u"5 km"_s, u"10 km"_s, u"Anywhere"_s};

} // namespace

void TstKitRadar::init()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    m_theme->setMotionAllowed(false);
    m_radar = std::make_unique<RadarPicker>(*m_theme, steps);
    m_radar->resize(400, 400);
    m_radar->setValue(2);
}

void TstKitRadar::cleanup()
{
    m_radar.reset();
}

QPoint TstKitRadar::pointAt(double step, double degrees) const
{
    const double angle = qDegreesToRadians(degrees);
    const double radius = m_radar->ringRadius(step);
    return {qRound(200 + radius * std::cos(angle)), qRound(200 + radius * std::sin(angle))};
}

void TstKitRadar::keysChooseRings_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("value");
    QTest::newRow("left") << int(Qt::Key_Left) << 1;
    QTest::newRow("down") << int(Qt::Key_Down) << 1;
    QTest::newRow("minus") << int(Qt::Key_Minus) << 1;
    QTest::newRow("right") << int(Qt::Key_Right) << 3;
    QTest::newRow("up") << int(Qt::Key_Up) << 3;
    QTest::newRow("plus") << int(Qt::Key_Plus) << 3;
    QTest::newRow("home") << int(Qt::Key_Home) << 0;
    QTest::newRow("end") << int(Qt::Key_End) << 4;
    QTest::newRow("another") << int(Qt::Key_A) << 2;
}

void TstKitRadar::keysChooseRings()
{
    QFETCH(int, key);
    QFETCH(int, value);
    QTest::keyClick(m_radar.get(), Qt::Key(key));
    QCOMPARE(m_radar->value(), value);
}

void TstKitRadar::valueStaysWithinTheSteps()
{
    QSignalSpy changed(m_radar.get(), &RadarPicker::valueChanged);
    m_radar->setValue(100);
    QCOMPARE(m_radar->value(), 4);
    m_radar->setValue(4);
    QTest::keyClick(m_radar.get(), Qt::Key_Right);
    m_radar->setValue(-5);
    QCOMPARE(m_radar->value(), 0);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_radar->valueText(), u"Same area"_s);
}

void TstKitRadar::ringsGrowOutwardsInsideTheWidget_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(240, 240);
    QTest::newRow("large") << QSize(600, 600);
    QTest::newRow("wide") << QSize(600, 300);
}

void TstKitRadar::ringsGrowOutwardsInsideTheWidget()
{
    QFETCH(QSize, size);
    m_radar->resize(size);
    for (int step = 1; step < steps.size(); ++step)
        QVERIFY(m_radar->ringRadius(step) >= m_radar->ringRadius(step - 1) + 10);
    QVERIFY(m_radar->ringRadius(0) > 12);
    QVERIFY(m_radar->ringRadius(4) < std::min(size.width(), size.height()) / 2.0);
}

void TstKitRadar::clickPicksTheRingUnderIt()
{
    for (const double degrees : {0.0, 77.0, 180.0, 300.0}) {
        for (int step = 0; step < steps.size(); ++step) {
            QTest::mouseClick(m_radar.get(), Qt::LeftButton, {}, pointAt(step, degrees));
            QCOMPARE(m_radar->value(), step);
        }
    }
    QTest::mouseClick(m_radar.get(), Qt::LeftButton, {}, QPoint(200, 200));
    QCOMPARE(m_radar->value(), 0);
    QTest::mouseClick(m_radar.get(), Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(m_radar->value(), 4);
}

void TstKitRadar::dragFollowsThePointer()
{
    QTest::mousePress(m_radar.get(), Qt::LeftButton, {}, pointAt(1, 0));
    QMouseEvent move(QEvent::MouseMove, pointAt(3, 30), m_radar->mapToGlobal(pointAt(3, 30)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_radar.get(), &move);
    QCOMPARE(m_radar->value(), 3);
    QMouseEvent hover(QEvent::MouseMove, pointAt(1, 30), m_radar->mapToGlobal(pointAt(1, 30)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_radar.get(), &hover);
    QCOMPARE(m_radar->value(), 3);
}

void TstKitRadar::rightButtonPicksNothing()
{
    QTest::mouseClick(m_radar.get(), Qt::RightButton, {}, pointAt(4, 10));
    QCOMPARE(m_radar->value(), 2);
}

void TstKitRadar::wheelGoesOneStepANotch()
{
    const auto turn = [this](int delta) {
        QWheelEvent event(QPointF(200, 200), m_radar->mapToGlobal(QPointF(200, 200)), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_radar.get(), &event);
    };
    turn(120);
    QCOMPARE(m_radar->value(), 3);
    turn(-240);
    QCOMPARE(m_radar->value(), 1);
    turn(60); // half a notch of a fine wheel
    QCOMPARE(m_radar->value(), 1);
    turn(60);
    QCOMPARE(m_radar->value(), 2);
}

void TstKitRadar::fewerStepsPullTheValueIn()
{
    m_radar->setValue(4);
    QSignalSpy changed(m_radar.get(), &RadarPicker::valueChanged);
    m_radar->setSteps({u"a"_s, u"b"_s});
    QCOMPARE(m_radar->value(), 1);
    QCOMPARE(changed.size(), 1);
}

void TstKitRadar::screenReadersMeetASlider()
{
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(m_radar.get());
    QVERIFY(reader != nullptr);
    QCOMPARE(reader->role(), QAccessible::Slider);
    QVERIFY(!reader->text(QAccessible::Name).isEmpty());
    QCOMPARE(reader->text(QAccessible::Value), u"5 km"_s);
    QCOMPARE(reader->text(QAccessible::Description), u"5 km"_s);
    QVERIFY(reader->valueInterface() != nullptr);
    QCOMPARE(reader->valueInterface()->currentValue().toInt(), 2);
    QCOMPARE(reader->valueInterface()->minimumValue().toInt(), 0);
    QCOMPARE(reader->valueInterface()->maximumValue().toInt(), 4);
    QVERIFY(reader->state().focusable);
}

void TstKitRadar::screenReadersCanMoveIt()
{
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(m_radar.get());
    reader->valueInterface()->setCurrentValue(4);
    QCOMPARE(m_radar->value(), 4);
    QCOMPARE(reader->text(QAccessible::Description), u"Anywhere"_s);
}

void TstKitRadar::stillWithoutMotion()
{
    QVERIFY(!m_radar->isAnimated());
    m_theme->setMotionAllowed(true);
    QVERIFY(m_radar->isAnimated());
    m_radar->setAnimated(false);
    QVERIFY(!m_radar->isAnimated());
    const QImage before = m_radar->grab().toImage();
    QTest::qWait(60);
    QCOMPARE(m_radar->grab().toImage(), before);
}

void TstKitRadar::turnsWithMotion()
{
    m_theme->setMotionAllowed(true);
    m_radar->show();
    const QImage before = m_radar->grab().toImage();
    QTRY_VERIFY(m_radar->grab().toImage() != before);
}

void TstKitRadar::focusIsVisible()
{
    const QImage without = m_radar->grab().toImage();
    m_radar->show();
    m_radar->activateWindow();
    m_radar->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_radar->hasFocus());
    const QImage with = m_radar->grab().toImage();
    int ring = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            ring += with.pixelColor(x, y) == m_theme->tokens().focus ? 1 : 0;
    }
    QVERIFY(with != without);
    QVERIFY2(ring > 25, qPrintable(QString::number(ring)));
}

void TstKitRadar::everyChoiceLooksDifferent()
{
    QList<QImage> seen;
    for (int step = 0; step < steps.size(); ++step) {
        m_radar->setValue(step);
        const QImage image = m_radar->grab().toImage();
        QVERIFY(!seen.contains(image));
        seen.append(image);
    }
}

void TstKitRadar::emptyPickerDoesNothing()
{
    RadarPicker empty(*m_theme);
    empty.resize(300, 300);
    QTest::keyClick(&empty, Qt::Key_End);
    QTest::mouseClick(&empty, Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(empty.value(), 0);
    QVERIFY(empty.valueText().isEmpty());
    QVERIFY(!empty.grab().isNull());
}

QTEST_MAIN(TstKitRadar)
#include "tst_kit_radar.moc"
