#include "tests/support/ui_test.h"

#include <QApplication>
#include <QtTest>

#include <filesystem>
#include <map>
#include <memory>

namespace signalbox::test {

static std::map<std::string, std::function<QObject*()>>& registry()
{
    static std::map<std::string, std::function<QObject*()>> tests;
    return tests;
}

UiTestRegistration::UiTestRegistration(std::string file, std::function<QObject*()> make)
{
    registry()[std::filesystem::path(file).stem().string()] = std::move(make);
}

}

// tests_ui [tst_name [Qt Test's own arguments]]: one class, or all of them.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const auto& tests = signalbox::test::registry();
    const auto chosen = arguments.size() > 1 ? tests.find(arguments[1].toStdString()) : tests.end();
    if (chosen != tests.end()) {
        arguments.removeAt(1);
        const std::unique_ptr<QObject> test(chosen->second());
        return QTest::qExec(test.get(), arguments);
    }
    int failures = 0;
    for (const auto& [name, make] : tests) {
        const std::unique_ptr<QObject> test(make());
        failures += QTest::qExec(test.get(), arguments);
    }
    return failures;
}
