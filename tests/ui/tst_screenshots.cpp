#include "tests/support/ui_test.h"
#include "tests/support/window_fixture.h"

#include <QDir>
#include <QPixmap>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Pictures of every place for people to look at: SIGNALBOX_SCREENSHOTS=<folder> tests_ui tst_screenshots
class ScreenshotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAPictureOfEveryPlace_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addRow("light-1600") << false << QSize(1600, 1000) << 1.0;
        QTest::addRow("dark-1600") << true << QSize(1600, 1000) << 1.0;
        QTest::addRow("light-1280") << false << QSize(1280, 800) << 1.0;
        QTest::addRow("dark-1280") << true << QSize(1280, 800) << 1.0;
        QTest::addRow("light-1920") << false << QSize(1920, 1080) << 1.0;
        QTest::addRow("dark-1920") << true << QSize(1920, 1080) << 1.0;
        QTest::addRow("light-1920-150") << false << QSize(1920, 1080) << 1.5;
    }

    void takesAPictureOfEveryPlace()
    {
        const QString folder = qEnvironmentVariable("SIGNALBOX_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("SIGNALBOX_SCREENSHOTS does not name a folder");
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        WindowFixture fixture;
        MainWindow window(fixture.context);
        fixture.theme.setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        fixture.theme.setTextScale(scale);
        Q_EMIT fixture.port.changed(believableFloor());
        fixture.model.setGateway(u"http://127.0.0.1:8480"_s, {});
        window.resize(size);
        window.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const std::pair<Place, QString> places[] = {{Place::Live, u"live"_s},
                                                    {Place::Work, u"work"_s},
                                                    {Place::Policies, u"policies"_s},
                                                    {Place::Review, u"review"_s},
                                                    {Place::Settings, u"settings"_s}};
        for (const auto& [place, name] : places) {
            window.show(place);
            QCoreApplication::processEvents();
            const QString file = u"%1-%2.png"_s.arg(name, QString::fromUtf8(QTest::currentDataTag()));
            QVERIFY(window.grab().save(QDir(folder).filePath(file)));
        }
    }
};

SIGNALBOX_UI_TEST(ScreenshotTest)

}

#include "tst_screenshots.moc"
