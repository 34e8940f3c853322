#pragma once

#include <QObject>

#include <functional>
#include <string>

namespace signalbox::test {

// Registers a Qt Test class under its file's name: SIGNALBOX_UI_TEST(LiveModelTest) in tst_live_model.cpp.
struct UiTestRegistration {
    UiTestRegistration(std::string file, std::function<QObject*()> make);
};

}

#define SIGNALBOX_UI_TEST(Class) \
    static const signalbox::test::UiTestRegistration registered##Class(__FILE__, []() -> QObject* { return new Class; });
