#include "app/settings/settings_store.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

TEST(SettingsStore, givesDefaultsWhenNothingWasSaved)
{
    const QTemporaryDir folder;
    const SettingsStore store(folder.filePath(u"signalbox.ini"_s));
    EXPECT_EQ(store.seat(), SeatSettings{});
    EXPECT_EQ(store.string(u"scheme"_s, u"system"_s), u"system"_s);
}

TEST(SettingsStore, readsBackWhatAnotherStoreSaved)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"signalbox.ini"_s);
    const SeatSettings seat{"/data/shop, with comma.signalbox", AgentId{"odalys"}, u"Odalys Brinkhart"_s, Role::Lead};
    {
        SettingsStore store(file);
        store.saveSeat(seat);
        store.setBytes(u"splitter/live"_s, QByteArray("\x00\xFF\x01", 3));
        store.setString(u"scheme"_s, u"dark"_s);
    }
    const SettingsStore again(file);
    EXPECT_EQ(again.seat(), seat);
    EXPECT_EQ(again.bytes(u"splitter/live"_s), QByteArray("\x00\xFF\x01", 3));
    EXPECT_EQ(again.string(u"scheme"_s), u"dark"_s);
}

TEST(SettingsStore, takesADamagedFileForAnEmptyOne)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"signalbox.ini"_s);
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("[seat\nrole=\xFF\xFE=admiral\x00==");
    file.close();
    EXPECT_EQ(SettingsStore(name).seat().role, SeatSettings{}.role);
}

}
}
