<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Accesses</name>
    <message>
        <source>Opened the page in the office</source>
        <translation>Mở trang khách ở văn phòng</translation>
    </message>
    <message>
        <source>Wrote “my data” for the customer</source>
        <translation>Ghi “dữ liệu của tôi” cho khách</translation>
    </message>
    <message>
        <source>Wrote down everything the shop has</source>
        <translation>Xuất toàn bộ dữ liệu của quán</translation>
    </message>
    <message>
        <source>Taking part in the program</source>
        <translation>Tham gia chương trình</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nhắn tin</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>Sharing with others</source>
        <translation>Chia sẻ cho bên khác</translation>
    </message>
    <message>
        <source>Printed a statement of points</source>
        <translation>In sao kê điểm</translation>
    </message>
    <message>
        <source>Made cards</source>
        <translation>Làm thẻ</translation>
    </message>
    <message>
        <source>Made letters</source>
        <translation>Làm thư</translation>
    </message>
    <message>
        <source>Made a list of gifts to hand out</source>
        <translation>Làm danh sách phát quà</translation>
    </message>
    <message>
        <source>Made cards for friends</source>
        <translation>Làm thẻ giới thiệu bạn</translation>
    </message>
    <message>
        <source>Wrote the best customers to a file</source>
        <translation>Xuất khách mua nhiều nhất ra tệp</translation>
    </message>
    <message>
        <source>Wrote whose points end to a file</source>
        <translation>Xuất khách sắp hết hạn điểm ra tệp</translation>
    </message>
    <message>
        <source>Wrote bills to be paid to a file</source>
        <translation>Xuất hoá đơn còn nợ ra tệp</translation>
    </message>
    <message>
        <source>Wrote the journal to a file</source>
        <translation>Xuất nhật ký ra tệp</translation>
    </message>
    <message>
        <source>Put evidence with names aside</source>
        <translation>Cất riêng bằng chứng có tên khách</translation>
    </message>
</context>
<context>
    <name>Adoption</name>
    <message>
        <source>Staying away ends balances as the new program says, those of before too.</source>
        <translation>Vắng lâu thì hết điểm theo chương trình mới, kể cả điểm đã có.</translation>
    </message>
    <message>
        <source>Points given before keep their last day; only new ones get the new one.</source>
        <translation>Điểm đã tặng giữ nguyên hạn cũ; chỉ điểm mới theo hạn mới.</translation>
    </message>
    <message>
        <source>Rewards that go: {names}.</source>
        <translation>Quà không còn đổi được: {names}.</translation>
    </message>
    <message>
        <source>Rewards that stay: {names}.</source>
        <translation>Quà giữ lại: {names}.</translation>
    </message>
    <message>
        <source>Stamp cards stay with the stamps on them: {names}.</source>
        <translation>Thẻ tem giữ nguyên, cả tem đã có: {names}.</translation>
    </message>
    <message>
        <source>Vouchers stay, those handed out too: {names}.</source>
        <translation>Phiếu giữ nguyên, cả phiếu đã phát: {names}.</translation>
    </message>
    <message>
        <source>As before: {names}.</source>
        <translation>Vẫn như cũ: {names}.</translation>
    </message>
    <message>
        <source>Tiers stay: {names}.</source>
        <translation>Hạng giữ nguyên: {names}.</translation>
    </message>
    <message>
        <source>Tiers are from then on: {names}.</source>
        <translation>Từ đó có các hạng: {names}.</translation>
    </message>
    <message>
        <source>Tiers {before} give way to {names}; every customer is judged by the new ones from then on.</source>
        <translation>Các hạng {before} được thay bằng {names}; từ đó mọi khách được xét theo hạng mới.</translation>
    </message>
    <message>
        <source>Gifts stay: {names}.</source>
        <translation>Quà tặng theo dịp giữ nguyên: {names}.</translation>
    </message>
    <message>
        <source>Gifts that go: {names}.</source>
        <translation>Quà tặng theo dịp không còn: {names}.</translation>
    </message>
    <message>
        <source>To redeem all that customers have will cost the shop up to about {after}.</source>
        <translation>Nếu khách đổi hết điểm đang có, quán tốn tối đa khoảng {after}.</translation>
    </message>
    <message>
        <source>To redeem all that customers have costs about {before} today, and {after} from then on.</source>
        <translation>Nếu khách đổi hết điểm đang có: hiện tốn khoảng {before}, từ đó khoảng {after}.</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>a café or drinks</source>
        <translation>cà phê, đồ uống</translation>
    </message>
    <message>
        <source>food</source>
        <translation>đồ ăn</translation>
    </message>
    <message>
        <source>groceries</source>
        <translation>tạp hoá</translation>
    </message>
    <message>
        <source>hair and beauty</source>
        <translation>làm tóc, làm đẹp</translation>
    </message>
    <message>
        <source>fashion</source>
        <translation>thời trang</translation>
    </message>
    <message>
        <source>things that last for years</source>
        <translation>đồ dùng lâu năm</translation>
    </message>
    <message>
        <source>{points} for each {amount}; {price} buy a gift that costs the shop up to {worth}.</source>
        <translation>Cứ {amount} tích {points}; {price} đổi món quà có giá vốn tối đa {worth}.</translation>
    </message>
    <message>
        <source>{points} for each {amount}; {price} take {worth} off the bill.</source>
        <translation>Cứ {amount} tích {points}; {price} giảm {worth}.</translation>
    </message>
    <message>
        <source>A regular customer has it after {visits} visits, in about {days} days.</source>
        <translation>Khách quen nhận được sau {visits} lần ghé, khoảng {days} ngày.</translation>
    </message>
    <message>
        <source>Expected cost: {percent} of what members spend.</source>
        <translation>Chi phí dự kiến: {percent} doanh thu từ thành viên.</translation>
    </message>
    <message>
        <source>Your customers come back so seldom that points are forgotten before they pay. Thank them for bringing a friend instead: the proposal does that.</source>
        <translation>Khách lâu mới quay lại nên điểm dễ bị quên trước khi kịp dùng. Nên cảm ơn khách giới thiệu bạn bè: gợi ý này đã làm vậy.</translation>
    </message>
    <message>
        <source>There is little to give back from so small a margin; keep the reward small.</source>
        <translation>Lãi mỏng nên không còn nhiều để tặng lại; hãy giữ phần thưởng nhỏ.</translation>
    </message>
    <message>
        <source>Tiers: {gold} from {first}, {diamond} from {second} a year.</source>
        <translation>Hạng: {gold} từ {first}, {diamond} từ {second} mỗi năm.</translation>
    </message>
    <message>
        <source>Both sides get points when a friend is brought.</source>
        <translation>Giới thiệu bạn, cả hai bên đều được điểm.</translation>
    </message>
</context>
<context>
    <name>AtTheTill</name>
    <message>
        <source>Who is at the till?</source>
        <translation>Ai đang đứng quầy?</translation>
    </message>
    <message>
        <source>Somebody who may has to agree</source>
        <translation>Cần người có quyền đồng ý</translation>
    </message>
    <message>
        <source>That card was not taken: type the PIN first, then scan it again</source>
        <translation>Thẻ chưa được nhận: nhập mã PIN trước, rồi quét lại</translation>
    </message>
    <message>
        <source>Choose who you are with ↑ ↓, or scan your own card; then type your PIN.</source>
        <translation>Chọn tên mình bằng ↑ ↓ hoặc quét thẻ của mình, rồi nhập mã PIN.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Cần trả lời</translation>
    </message>
</context>
<context>
    <name>CardsCommand</name>
    <message>
        <source>There is no layout {name}, but: {names}.</source>
        <translation>Không có bố cục {name}, chỉ có: {names}.</translation>
    </message>
    <message>
        <source>Nothing was measured on {printer}, nor on any other printer.</source>
        <translation>Chưa đo căn chỉnh máy in {printer}, cũng chưa đo máy in nào khác.</translation>
    </message>
    <message>
        <source>Nothing was measured on {printer}, but on: {names}.</source>
        <translation>Chưa đo căn chỉnh máy in {printer}, mới đo: {names}.</translation>
    </message>
    <message>
        <source>Card {first} is beyond the last, {count}: nothing was made.</source>
        <translation>Thẻ thứ {first} vượt quá thẻ cuối là {count}: chưa làm thẻ nào.</translation>
    </message>
    <message>
        <source>Cards: {count}</source>
        <translation>Số thẻ: {count}</translation>
    </message>
    <message>
        <source>Cards of batch {batch}: {count}</source>
        <translation>Số thẻ của lô {batch}: {count}</translation>
    </message>
    <message>
        <source>No blank card is left from card {first} on: no file was written.</source>
        <translation>Từ thẻ thứ {first} không còn thẻ trắng nào: không ghi tệp nào.</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Pages of the file</source>
        <translation>Các trang của tệp</translation>
    </message>
    <message>
        <source>Chain of the journal</source>
        <translation>Chuỗi nhật ký</translation>
    </message>
    <message>
        <source>Tables against a replay of the journal</source>
        <translation>Bảng dữ liệu so với nhật ký chạy lại</translation>
    </message>
    <message>
        <source>Balances against the sum of all entries</source>
        <translation>Số dư so với tổng mọi lần cộng, trừ điểm</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>NOT in order</source>
        <translation>SAI</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>chưa xem được</translation>
    </message>
    <message>
        <source>{records} records, {members} members, {bills} bills</source>
        <translation>{records} bản ghi, {members} thành viên, {bills} hoá đơn</translation>
    </message>
    <message>
        <source>There is no shop in {folder} yet – open the till to make one, or name its folder with --data-dir</source>
        <translation>Chưa có quán nào trong thư mục {folder} – mở máy bán hàng để tạo quán, hoặc chỉ đúng thư mục bằng --data-dir</translation>
    </message>
    <message>
        <source>Not everybody may {act} – somebody who may says so with --as NAME --pin-from FILE</source>
        <translation>Không phải ai cũng được phép {act} – người có quyền ghi thêm --as TÊN --pin-from TỆP</translation>
    </message>
    <message>
        <source>(There is no terminal: a script names a file with it in {variable}.)</source>
        <translation>(Không có cửa sổ dòng lệnh để gõ: khi chạy tự động, hãy ghi tên tệp chứa nó vào {variable}.)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>LoyalPOS is open with this folder: close it first.</source>
        <translation>LoyalPOS đang mở với thư mục này: hãy đóng lại trước.</translation>
    </message>
    <message>
        <source>Verified backup of {count} records: {path}</source>
        <translation>Bản sao lưu đã kiểm tra, {count} bản ghi: {path}</translation>
    </message>
    <message>
        <source>The shop goes back to {time}. No shop is here now.</source>
        <translation>Quán trở về lúc {time}. Ở đây hiện chưa có quán nào.</translation>
    </message>
    <message>
        <source>The shop goes back to {time}. The file of now cannot be read, nor what is lost be counted.</source>
        <translation>Quán trở về lúc {time}. Không đọc được tệp hiện tại nên không đếm được những gì sẽ mất.</translation>
    </message>
    <message>
        <source>The shop goes back to {time}. Nothing was recorded since then, nothing is lost.</source>
        <translation>Quán trở về lúc {time}. Từ đó chưa ghi gì thêm, không mất gì cả.</translation>
    </message>
    <message>
        <source>The shop goes back to {time}. What was recorded since then is lost – bills, new members, changes, {count} in all.</source>
        <translation>Sổ của quán quay về lúc {time}. Những gì ghi sau đó sẽ mất – hoá đơn, thành viên mới, thay đổi, tất cả {count}.</translation>
    </message>
    <message>
        <source>Nothing is restored yet. Say it again with --yes to do it.</source>
        <translation>Chưa khôi phục gì. Gõ lại kèm --yes để làm.</translation>
    </message>
    <message>
        <source>Nothing is restored yet. Say it again with --yes to do it; the file of now is kept.</source>
        <translation>Chưa khôi phục gì. Gõ lại kèm --yes để làm; tệp hiện tại vẫn được giữ.</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Đã khôi phục.</translation>
    </message>
    <message>
        <source>Restored. The file before is kept: {path}</source>
        <translation>Đã khôi phục. Tệp trước đó được giữ lại: {path}</translation>
    </message>
    <message>
        <source>Nobody comes in yet. Say with --agreed: “{wording}”, or look first with --dry-run.</source>
        <translation>Chưa ai được thêm. Gõ kèm --agreed để xác nhận: “{wording}”, hoặc xem trước bằng --dry-run.</translation>
    </message>
    <message>
        <source>The list has no column {column}, but: {headings}.</source>
        <translation>Danh sách không có cột {column}, chỉ có: {headings}.</translation>
    </message>
    <message>
        <source>Row {row}: {what}</source>
        <translation>Dòng {row}: {what}</translation>
    </message>
    <message>
        <source>{ready} of {rows} rows can come in. Nothing was written.</source>
        <translation>{ready} trong {rows} dòng vào được. Chưa ghi gì.</translation>
    </message>
    <message>
        <source>{joined} of {rows} rows came in. To take them out again: --undo {list}</source>
        <translation>{joined} trong {rows} dòng đã vào. Muốn rút ra: --undo {list}</translation>
    </message>
    <message>
        <source>The list is undone.</source>
        <translation>Đã rút danh sách ra.</translation>
    </message>
    <message>
        <source>No list {list} was taken in here, or it is undone already.</source>
        <translation>Không có danh sách {list} nào ở đây, hoặc đã rút ra rồi.</translation>
    </message>
    <message>
        <source>Everything is in {path}: {records} records, {members} members, {points} points.</source>
        <translation>Toàn bộ nằm ở {path}: {records} bản ghi, {members} thành viên, {points} điểm.</translation>
    </message>
    <message>
        <source>The shop is in {path}: {records} records, {members} members, {points} points, as exported.</source>
        <translation>Quán nằm ở {path}: {records} bản ghi, {members} thành viên, {points} điểm, đúng như lúc xuất.</translation>
    </message>
    <message>
        <source>This erases {name} for good.</source>
        <translation>Việc này xoá hẳn {name}.</translation>
    </message>
    <message>
        <source>a customer without a name</source>
        <translation>một khách không tên</translation>
    </message>
    <message>
        <source>Nobody is erased yet. Say it again with --yes to do it; nothing brings the person back.</source>
        <translation>Chưa xoá ai. Gõ lại kèm --yes để xoá; không có cách nào lấy lại.</translation>
    </message>
    <message>
        <source>Erased. The books stay, without a name; backups of before die within 35 days, and whoever restores one does not bring the person back.</source>
        <translation>Đã xoá. Sổ sách ở lại, không còn tên; các bản sao lưu trước đó tự huỷ trong 35 ngày, và khôi phục chúng cũng không đưa người này trở lại.</translation>
    </message>
    <message>
        <source>The 24 digits of the recovery code, from the paper</source>
        <translation>24 chữ số của mã khôi phục, trên tờ giấy</translation>
    </message>
    <message>
        <source>The code is right.</source>
        <translation>Mã đúng.</translation>
    </message>
    <message>
        <source>Papers with the name that were deleted: {count}</source>
        <translation>Giấy tờ có tên khách đã xoá: {count}</translation>
    </message>
    <message>
        <source>No program has been published yet.</source>
        <translation>Chưa công bố chương trình nào.</translation>
    </message>
    <message>
        <source>The program can be published.</source>
        <translation>Chương trình này công bố được.</translation>
    </message>
    <message>
        <source>Revision {revision} is published and holds from {day}.</source>
        <translation>Đã công bố bản {revision}, áp dụng từ {day}.</translation>
    </message>
    <message>
        <source>The confirmation for the customer is in {path}.</source>
        <translation>Giấy xác nhận cho khách nằm ở {path}.</translation>
    </message>
    <message>
        <source>No column of the list is known by its heading: say which is what, such as --map 1=phone --map 2=name.</source>
        <translation>Không nhận ra cột nào qua tiêu đề: hãy nói rõ cột nào là gì, ví dụ --map 1=phone --map 2=name.</translation>
    </message>
    <message>
        <source>This shop is not protected: there is no recovery code to try.</source>
        <translation>Cửa hàng này chưa được bảo vệ: không có mã khôi phục nào để thử.</translation>
    </message>
    <message>
        <source>Nobody is at a terminal to type the recovery code – name a file with it in {variable}, which nobody else may read.</source>
        <translation>Không có ai ở cửa sổ dòng lệnh để gõ mã khôi phục – hãy ghi tên tệp chứa mã vào {variable}, tệp mà người khác không đọc được.</translation>
    </message>
    <message>
        <source>The confirmation for the customer could not be written into {path}.</source>
        <translation>Không ghi được giấy xác nhận cho khách vào {path}.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>or</source>
        <translation>hoặc</translation>
    </message>
    <message>
        <source>not ({condition})</source>
        <translation>trừ khi ({condition})</translation>
    </message>
    <message>
        <source>tier {names}</source>
        <translation>hạng {names}</translation>
    </message>
    <message>
        <source>premium items</source>
        <translation>món cao cấp</translation>
    </message>
    <message>
        <source>any item</source>
        <translation>món bất kỳ</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
    <message>
        <source>always</source>
        <translation>luôn luôn</translation>
    </message>
    <message>
        <source>every year from {day}, days: {count}</source>
        <translation>mỗi năm từ {day}, số ngày: {count}</translation>
    </message>
    <message>
        <source>lunar days {days} of months {months}</source>
        <translation>ngày âm lịch {days} tháng {months}</translation>
    </message>
    <message>
        <source>lunar days {days}</source>
        <translation>ngày âm lịch {days}</translation>
    </message>
    <message>
        <source>from {before} days before Tết to {after} after</source>
        <translation>từ {before} ngày trước Tết đến {after} ngày sau</translation>
    </message>
    <message>
        <source>customers tagged {names}</source>
        <translation>khách có nhãn {names}</translation>
    </message>
    <message>
        <source>first purchase</source>
        <translation>lần mua đầu</translation>
    </message>
    <message>
        <source>back after {count} days or more</source>
        <translation>quay lại sau ít nhất {count} ngày</translation>
    </message>
    <message>
        <source>bills from {amount} up</source>
        <translation>hoá đơn từ {amount}</translation>
    </message>
    <message>
        <source>with at least {count} of {names}</source>
        <translation>có ít nhất {count} {names}</translation>
    </message>
    <message>
        <source>paid by {names}</source>
        <translation>trả bằng {names}</translation>
    </message>
    <message>
        <source>a condition this version does not know</source>
        <translation>điều kiện mà bản này chưa biết</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>đến {day}</translation>
    </message>
    <message>
        <source>on any day</source>
        <translation>ngày nào cũng được</translation>
    </message>
    <message>
        <source>on the birthday</source>
        <translation>ngày sinh nhật</translation>
    </message>
    <message>
        <source>in the birthday&apos;s week</source>
        <translation>tuần sinh nhật</translation>
    </message>
    <message>
        <source>in the birthday&apos;s month</source>
        <translation>tháng sinh nhật</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>The program</source>
        <translation>Chương trình khách quen</translation>
    </message>
    <message>
        <source>News and offers</source>
        <translation>Tin nhắn và ưu đãi</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Đối tác</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>nói miệng</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>trên giấy</translation>
    </message>
    <message>
        <source>on the screen</source>
        <translation>trên màn hình</translation>
    </message>
    <message>
        <source>with the old customer list</source>
        <translation>theo danh sách khách cũ</translation>
    </message>
    <message>
        <source>This looks like the number of an identity card: the shop does not need it, leave it out</source>
        <translation>Trông giống số căn cước: quán không cần, đừng ghi</translation>
    </message>
    <message>
        <source>May {shop} keep your phone number, name and purchases to count your points? You can ask us to delete them at any time.</source>
        <translation>{shop} xin lưu số điện thoại, tên và lịch sử mua hàng để tích điểm cho anh/chị, được không ạ? Anh/chị có thể yêu cầu xoá bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>May {shop} keep your phone number, name and purchases to count your {points}? You can ask us to delete them at any time.</source>
        <translation>{shop} xin lưu số điện thoại, tên và lịch sử mua hàng để tính {points} cho anh/chị, được không ạ? Anh/chị có thể yêu cầu xoá bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>{shop} may send me news and offers</source>
        <translation>Đồng ý nhận tin và ưu đãi của {shop}</translation>
    </message>
    <message>
        <source>{shop} may congratulate me on my birthday</source>
        <translation>Đồng ý để {shop} chúc mừng sinh nhật</translation>
    </message>
    <message>
        <source>{shop} may share my data with its partners</source>
        <translation>Đồng ý để {shop} chia sẻ thông tin cho đối tác</translation>
    </message>
    <message>
        <source>I have the agreement of these customers</source>
        <translation>Tôi đã có sự đồng ý của các khách này</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language this catalogue is in</comment>
        <translation>vi</translation>
    </message>
    <message>
        <source>by message</source>
        <translation>qua tin nhắn</translation>
    </message>
    <message>
        <source>What the customer said (may stay empty)</source>
        <translation>Khách nói thế nào (có thể để trống)</translation>
    </message>
    <message>
        <source>Number of the paper (may stay empty)</source>
        <translation>Số giấy đồng ý (có thể để trống)</translation>
    </message>
    <message>
        <source>Which screen or picture (may stay empty)</source>
        <translation>Màn hình hoặc ảnh nào (có thể để trống)</translation>
    </message>
    <message>
        <source>Number and time of the message (may stay empty)</source>
        <translation>Số và giờ của tin nhắn (có thể để trống)</translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>Something went wrong</source>
        <translation>Có lỗi xảy ra</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>Phần mềm vừa gặp lỗi</translation>
    </message>
    <message>
        <source>Everything that was confirmed is safe. Look at the day&apos;s list before you go on, and pass the text below to whoever looks after the program. It holds nobody&apos;s name or number.</source>
        <translation>Những gì đã báo xong vẫn an toàn. Xem lại giao dịch hôm nay trước khi làm tiếp, và gửi đoạn chữ bên dưới cho người hỗ trợ phần mềm. Trong đó không có tên hay số điện thoại của ai.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo lỗi</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Chép đoạn chữ này</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>ngày mai</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>CN</translation>
    </message>
</context>
<context>
    <name>Draws</name>
    <message>
        <source>The draw “{draw}” was never announced</source>
        <translation>Đợt rút thăm “{draw}” chưa từng được công bố</translation>
    </message>
    <message>
        <source>Tickets of “{draw}” are given to the end of {day} – publish the list after that</source>
        <translation>Vé của “{draw}” còn phát đến hết ngày {day} – hãy công bố danh sách sau ngày đó</translation>
    </message>
    <message>
        <source>Publish the list of “{draw}” first, so that nobody can change it after the draw</source>
        <translation>Hãy công bố danh sách của “{draw}” trước, để sau khi rút không ai sửa được nữa</translation>
    </message>
    <message>
        <source>The sealed seed of “{draw}” is no longer in the journal – bring back a backup that has it</source>
        <translation>Mã bí mật niêm phong của “{draw}” không còn trong sổ nhật ký – hãy khôi phục một bản sao lưu còn giữ nó</translation>
    </message>
</context>
<context>
    <name>Earning</name>
    <message>
        <source>Remainder of an earlier return</source>
        <translation>Phần lẻ của lần trả hàng trước</translation>
    </message>
    <message>
        <source>Remainders of earlier bills added up</source>
        <translation>Cộng dồn phần lẻ các lần trước</translation>
    </message>
    <message>
        <source>Tier {name}: {percent} more</source>
        <translation>Hạng {name}: thêm {percent}</translation>
    </message>
    <message>
        <source>for bills from {amount} up</source>
        <translation>hoá đơn từ {amount}</translation>
    </message>
    <message>
        <source>items that count: {count}</source>
        <translation>số món được tính: {count}</translation>
    </message>
    <message>
        <source>No more than {count} for this bill</source>
        <translation>Hoá đơn này được tối đa {count}</translation>
    </message>
    <message>
        <source>stamps: {count}</source>
        <translation>{count} tem</translation>
    </message>
    <message>
        <source>tickets for the draw: {count}</source>
        <translation>{count} vé rút thăm</translation>
    </message>
    <message>
        <source>a voucher for the next visit</source>
        <translation>phiếu ưu đãi cho lần sau</translation>
    </message>
    <message>
        <source>for the visit</source>
        <translation>cho mỗi lần ghé</translation>
    </message>
    <message>
        <source>Rounded on the whole bill</source>
        <translation>Làm tròn trên cả hoá đơn</translation>
    </message>
    <message>
        <source>does not add to another offer</source>
        <translation>không cộng dồn với ưu đãi khác</translation>
    </message>
    <message>
        <source>the customer&apos;s limit is reached</source>
        <translation>khách đã nhận đủ mức tối đa</translation>
    </message>
    <message>
        <source>this month&apos;s budget is used up</source>
        <translation>ngân sách tháng này đã hết</translation>
    </message>
    <message>
        <source>{points} basic</source>
        <translation>{points} cơ bản</translation>
    </message>
    <message>
        <source>{points} from remainders</source>
        <translation>{points} phần lẻ</translation>
    </message>
    <message>
        <source>{amount} more makes the next {points_name}</source>
        <translation>còn {amount} nữa được thêm 1 {points_name}</translation>
    </message>
    <message>
        <source>budget used up, the owner agreed</source>
        <translation>ngân sách tháng đã hết, chủ quán đồng ý tặng</translation>
    </message>
    <message>
        <source>Bills from {amount} up earn {points}</source>
        <translation>Hoá đơn từ {amount} mới được tích {points}</translation>
    </message>
    <message>
        <source>{points} × {rate}</source>
        <translation>nhân {points} × {rate}</translation>
    </message>
    <message>
        <source>bonus {points}</source>
        <translation>{points} tặng thêm</translation>
    </message>
    <message>
        <source>A rule this version does not know gives no {points} – update the program</source>
        <translation>Có luật phiên bản này chưa biết nên không cộng {points} – hãy cập nhật phần mềm</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>The records of this member are kept on legal grounds: {reason} – end that first</source>
        <translation>Hồ sơ của khách này đang được giữ theo yêu cầu pháp lý: {reason} – hãy bỏ giữ trước</translation>
    </message>
    <message>
        <source>The customer asked for it</source>
        <translation>Khách yêu cầu</translation>
    </message>
    <message>
        <source>The customer no longer agrees</source>
        <translation>Khách không còn đồng ý</translation>
    </message>
    <message>
        <source>Not seen for too long</source>
        <translation>Quá lâu không ghé quán</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Nhập nhầm</translation>
    </message>
    <message>
        <source>Points that are lost: {count}</source>
        <translation>Điểm sẽ mất: {count}</translation>
    </message>
    <message>
        <source>Points owed to the shop, forgiven: {count}</source>
        <translation>Điểm khách còn nợ, được xoá: {count}</translation>
    </message>
    <message>
        <source>Vouchers not used yet: {count}</source>
        <translation>Phiếu chưa dùng: {count}</translation>
    </message>
    <message>
        <source>Stamps and tickets: {count}</source>
        <translation>Dấu và vé: {count}</translation>
    </message>
    <message>
        <source>Paid memberships still running: {count}</source>
        <translation>Gói hội viên đã mua còn hạn: {count}</translation>
    </message>
    <message>
        <source>Cards and codes that die: {count}</source>
        <translation>Thẻ và mã bị khoá: {count}</translation>
    </message>
    <message>
        <source>Still to be paid, and then owed by nobody: {amount}</source>
        <translation>Còn chưa trả, sau đó không còn ai nợ: {amount}</translation>
    </message>
    <message>
        <source>Bills that stay in the books without a name: {count}</source>
        <translation>Hoá đơn ở lại trong sổ, không còn tên: {count}</translation>
    </message>
    <message>
        <source>Last here on {date}</source>
        <translation>Ghé lần cuối ngày {date}</translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Take in an old paper card: {card}</source>
        <translation>Nhận thẻ giấy cũ: {card}</translation>
    </message>
    <message>
        <source>Sell: {membership}</source>
        <translation>Bán: {membership}</translation>
    </message>
    <message>
        <source>Renew: {membership}</source>
        <translation>Gia hạn: {membership}</translation>
    </message>
    <message>
        <source>End early: {membership}</source>
        <translation>Kết thúc sớm: {membership}</translation>
    </message>
    <message>
        <source>Pay: bill of {day}</source>
        <translation>Trả nợ: hoá đơn ngày {day}</translation>
    </message>
    <message>
        <source>Pay: receipt {number} of {day}</source>
        <translation>Trả nợ: hoá đơn số {number} ngày {day}</translation>
    </message>
    <message>
        <source>its stamps, at most {count}, once for each customer</source>
        <translation>chuyển tem trên thẻ giấy sang, nhiều nhất {count} tem, mỗi khách một lần</translation>
    </message>
    <message>
        <source>{percent} off every bill</source>
        <translation>giảm {percent} mọi hoá đơn</translation>
    </message>
    <message>
        <source>hand back {amount}</source>
        <translation>hoàn lại {amount}</translation>
    </message>
    <message>
        <source>{open} of {total} still to be paid</source>
        <translation>còn nợ {open} trên {total}</translation>
    </message>
    <message>
        <source>from {first}, for ever</source>
        <translation>từ {first}, mãi mãi</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Type how many stamps the paper card has</source>
        <translation>Gõ số tem trên thẻ giấy</translation>
    </message>
    <message>
        <source>This customer’s paper card “{card}” was taken in already</source>
        <translation>Thẻ giấy “{card}” của khách này đã nhận rồi</translation>
    </message>
    <message>
        <source>This stamp card is not collected any more</source>
        <translation>Thẻ tem này không còn tích nữa</translation>
    </message>
    <message>
        <source>Say why: what is on the paper card, who has seen it</source>
        <translation>Ghi lý do: thẻ giấy ghi gì, ai đã xem</translation>
    </message>
    <message>
        <source>Done: {service}</source>
        <translation>Đã làm: {service}</translation>
    </message>
    <message>
        <source>redeemed on {day}, still to be done</source>
        <translation>đổi ngày {day}, chưa làm</translation>
    </message>
    <message>
        <source>This membership is not on sale any more</source>
        <translation>Thẻ hội viên này không bán nữa</translation>
    </message>
    <message>
        <source>This customer has “{membership}” for ever already</source>
        <translation>Khách này đã có “{membership}” mãi mãi rồi</translation>
    </message>
    <message>
        <source>This membership is over already</source>
        <translation>Thẻ hội viên này đã hết rồi</translation>
    </message>
    <message>
        <source>Survey answered: {survey}</source>
        <translation>Trả lời: {survey}</translation>
    </message>
    <message>
        <source>{gift}, once for each customer</source>
        <translation>{gift}, mỗi khách một lần</translation>
    </message>
    <message>
        <source>At most {stamps}: so many make a full card</source>
        <translation>Nhiều nhất {stamps}: vậy là đầy một thẻ</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>{name} gets another PIN from an owner: in the office, under Staff</source>
        <translation>Chủ quán đặt mã PIN mới cho {name}: mục Quản lý, trang Nhân viên</translation>
    </message>
    <message>
        <source>Somebody had asked for another PIN for you</source>
        <translation>Đã có người xin mã PIN mới cho bạn</translation>
    </message>
    <message>
        <source>That is over: only the PIN you typed just now counts. The page “Look again” says when it was asked for.</source>
        <translation>Yêu cầu đó đã bị huỷ: chỉ mã PIN bạn vừa gõ có hiệu lực. Trang “Xem lại” ghi lúc nào có người xin.</translation>
    </message>
    <message>
        <source>Another PIN was asked for {name} ({at}). It holds from {holds}. {name} stops it with the PIN of now; an owner or a manager stops it on the staff page.</source>
        <translation>Có người xin mã PIN mới cho {name} ({at}). Mã đó có hiệu lực từ {holds}. {name} gõ mã PIN hiện tại là chặn được; chủ quán hoặc quản lý chặn ở trang Nhân viên.</translation>
    </message>
</context>
<context>
    <name>ForgottenCover</name>
    <message>
        <source>Another PIN for {name}</source>
        <translation>Mã PIN mới cho {name}</translation>
    </message>
    <message>
        <source>This shop’s data is not protected, so nothing on this PC proves whose shop it is. The PIN you type here holds three days from now. Until then the till tells everybody that it was asked for; your old PIN, another owner or a manager stops it. Another owner can give you a PIN at once, under Staff.</source>
        <translation>Dữ liệu của quán không được bảo vệ nên trên máy này không có gì chứng minh ai là chủ. Mã PIN gõ ở đây có hiệu lực sau ba ngày. Trong lúc chờ, máy báo cho mọi người biết; mã PIN cũ của bạn, chủ quán khác hoặc quản lý có thể chặn. Chủ quán khác có thể đặt mã PIN cho bạn ngay ở trang Nhân viên.</translation>
    </message>
    <message>
        <source>Type the recovery code from the paper: it proves whose shop this is.</source>
        <translation>Gõ mã khôi phục in trên giấy: mã này chứng minh ai là chủ quán.</translation>
    </message>
    <message>
        <source>Type the recovery code from the paper, or the passphrase of the start: it proves whose shop this is.</source>
        <translation>Gõ mã khôi phục in trên giấy, hoặc cụm mật khẩu lúc mở máy: đó là bằng chứng ai là chủ quán.</translation>
    </message>
    <message>
        <source>Recovery code, 24 digits</source>
        <translation>Mã khôi phục, 24 chữ số</translation>
    </message>
    <message>
        <source>Recovery code or passphrase</source>
        <translation>Mã khôi phục hoặc cụm mật khẩu</translation>
    </message>
    <message>
        <source>New PIN, six digits</source>
        <translation>Mã PIN mới, sáu chữ số</translation>
    </message>
    <message>
        <source>The new PIN once more</source>
        <translation>Gõ lại mã PIN mới</translation>
    </message>
    <message>
        <source>Ask for this PIN</source>
        <translation>Xin dùng mã PIN này</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Type all six digits of the PIN</source>
        <translation>Nhập đủ sáu chữ số của mã PIN</translation>
    </message>
    <message>
        <source>The two PINs are not the same – type both once more</source>
        <translation>Hai mã PIN không giống nhau – gõ lại cả hai</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Hide what I type</source>
        <translation>Ẩn chữ đang gõ</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Type all six digits of the PIN</source>
        <translation>Nhập đủ sáu chữ số của mã PIN</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>PIN, six digits</source>
        <translation>Mã PIN, sáu chữ số</translation>
    </message>
    <message>
        <source>PIN forgotten?</source>
        <translation>Quên mã PIN?</translation>
    </message>
</context>
<context>
    <name>Gifts</name>
    <message>
        <source>Reached tier {tier}</source>
        <translation>Lên hạng {tier}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Chào mừng</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Sinh nhật</translation>
    </message>
    <message>
        <source>One more year together</source>
        <translation>Kỷ niệm ngày tham gia</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Đạt mốc</translation>
    </message>
    <message>
        <source>Long not here</source>
        <translation>Lâu rồi chưa ghé</translation>
    </message>
    <message>
        <source>Came again and again</source>
        <translation>Ghé đều</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Dịp lễ</translation>
    </message>
    <message>
        <source>Brought a friend</source>
        <translation>Giới thiệu bạn</translation>
    </message>
    <message>
        <source>stamps: {count}</source>
        <translation>{count} tem</translation>
    </message>
    <message>
        <source>tickets: {count}</source>
        <translation>{count} vé rút thăm</translation>
    </message>
    <message>
        <source>a voucher</source>
        <translation>một phiếu ưu đãi</translation>
    </message>
    <message>
        <source>{gift}: gave {what}</source>
        <translation>{gift}: đã tặng {what}</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Hạng {tier}</translation>
    </message>
    <message>
        <source>visits: {count}</source>
        <translation>{count} lần mua</translation>
    </message>
    <message>
        <source>{gift}: gift taken back</source>
        <translation>{gift}: đã thu lại quà</translation>
    </message>
    <message>
        <source>No tier any more</source>
        <translation>Không còn hạng</translation>
    </message>
    <message>
        <source>Up to tier {tier}</source>
        <translation>Lên hạng {tier}</translation>
    </message>
    <message>
        <source>Back to tier {tier}</source>
        <translation>Trở lại hạng {tier}</translation>
    </message>
    <message>
        <source>the customer who sent them</source>
        <translation>người giới thiệu</translation>
    </message>
    <message>
        <source>to {name} for bringing a friend: {what}</source>
        <translation>tặng {name} vì đã giới thiệu bạn: {what}</translation>
    </message>
    <message>
        <source>taken back from {name}, who sent them: {what}</source>
        <translation>lấy lại của {name}, người giới thiệu: {what}</translation>
    </message>
    <message>
        <source>Membership fee</source>
        <translation>Phí hội viên</translation>
    </message>
    <message>
        <source>{gift}: +{what}</source>
        <translation>{gift}: tặng {what}</translation>
    </message>
    <message>
        <source>{gift} goes over budget {budget}: tell the owner</source>
        <translation>{gift} vượt ngân sách {budget}: báo chủ quán</translation>
    </message>
    <message>
        <source>{gift}: not given, budget {budget} is used up</source>
        <translation>{gift}: không tặng, ngân sách {budget} đã hết</translation>
    </message>
    <message>
        <source>Survey answered</source>
        <translation>Trả lời khảo sát</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>New members</source>
        <translation>Thành viên mới</translation>
    </message>
    <message>
        <source>Members who came again</source>
        <translation>Khách cũ quay lại mua</translation>
    </message>
    <message>
        <source>New members brought by friends</source>
        <translation>Thành viên mới do bạn bè giới thiệu</translation>
    </message>
    <message>
        <source>Bought by members</source>
        <translation>Thành viên đã mua</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>Điểm đã đổi</translation>
    </message>
    <message>
        <source>{target} new members a month</source>
        <translation>Mỗi tháng có {target} thành viên mới</translation>
    </message>
    <message>
        <source>{target} members of before buy again in the month</source>
        <translation>Mỗi tháng có {target} khách cũ quay lại mua</translation>
    </message>
    <message>
        <source>{target} new members are brought by friends</source>
        <translation>Mỗi tháng có {target} thành viên mới do bạn bè giới thiệu</translation>
    </message>
    <message>
        <source>Members buy for {target} a month</source>
        <translation>Mỗi tháng thành viên mua {target}</translation>
    </message>
    <message>
        <source>Members redeem {target} a month</source>
        <translation>Mỗi tháng thành viên đổi {target}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>đã đạt</translation>
    </message>
    <message>
        <source>in step with the month</source>
        <translation>kịp nhịp tháng</translation>
    </message>
    <message>
        <source>behind the month</source>
        <translation>chậm hơn nhịp tháng</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>chưa đạt</translation>
    </message>
</context>
<context>
    <name>GoingBack</name>
    <message>
        <source>Records are missing from the file of now already: how many more are lost, nobody can tell.</source>
        <translation>Tệp hiện tại vốn đã thiếu bản ghi: không ai biết còn mất thêm bao nhiêu.</translation>
    </message>
    <message>
        <source>Records among them that are missing from the file of now already: {count}.</source>
        <translation>Trong đó, số bản ghi mà tệp hiện tại vốn đã thiếu: {count}.</translation>
    </message>
    <message>
        <source>It is the backup of the shop “{name}”.</source>
        <translation>Đây là bản sao lưu của quán “{name}”.</translation>
    </message>
    <message>
        <source>After that the shop&apos;s data is protected.</source>
        <translation>Sau đó dữ liệu của quán được bảo vệ.</translation>
    </message>
    <message>
        <source>After that the shop&apos;s data is not protected: whoever takes this PC can read it. Protection is turned on in the office, under Settings.</source>
        <translation>Sau đó dữ liệu của quán không được bảo vệ: ai lấy được máy này là đọc được. Bật bảo vệ trong phần quản lý, trang Cài đặt.</translation>
    </message>
    <message>
        <source>After that nobody has a PIN, as at that time: everybody may do everything until PINs are set again, in the office under Staff.</source>
        <translation>Sau đó không ai còn mã PIN, như vào lúc ấy: ai cũng làm được mọi việc cho đến khi đặt lại mã PIN trong phần quản lý, trang Nhân viên.</translation>
    </message>
    <message>
        <source>The shop&apos;s data is not protected here yet, even if it was where it comes from: whoever takes this PC can read it. Protection is turned on in the office, under Settings.</source>
        <translation>Ở đây dữ liệu của quán chưa được bảo vệ, dù ở nơi cũ có bảo vệ: ai lấy được máy này là đọc được. Bật bảo vệ trong phần quản lý, trang Cài đặt.</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>Somebody who may has to agree</source>
        <translation>Cần người có quyền đồng ý</translation>
    </message>
    <message>
        <source>The till is to go on without what its books have lost.</source>
        <translation>Máy quầy sẽ chạy tiếp dù sổ bị thiếu.</translation>
    </message>
</context>
<context>
    <name>Honesty</name>
    <message>
        <source>Many bills for one card</source>
        <translation>Nhiều hoá đơn cho một thẻ</translation>
    </message>
    <message>
        <source>Many bills for one card by one person</source>
        <translation>Một người ghi nhiều hoá đơn cho một thẻ</translation>
    </message>
    <message>
        <source>Many bills without a receipt number</source>
        <translation>Nhiều hoá đơn không số</translation>
    </message>
    <message>
        <source>Joined and redeemed on the same day</source>
        <translation>Vừa tham gia đã đổi điểm</translation>
    </message>
    <message>
        <source>Much given by hand</source>
        <translation>Tặng tay nhiều lần</translation>
    </message>
    <message>
        <source>A round number given by hand</source>
        <translation>Tặng tay số điểm tròn</translation>
    </message>
    <message>
        <source>Redeemed, and a bill taken back</source>
        <translation>Đổi điểm rồi huỷ hoá đơn</translation>
    </message>
    <message>
        <source>Many bills taken back late</source>
        <translation>Nhiều hoá đơn bị huỷ muộn</translation>
    </message>
    <message>
        <source>One person gave far more than the others</source>
        <translation>Một người cho nhiều điểm hơn hẳn</translation>
    </message>
    <message>
        <source>Often just below the limit</source>
        <translation>Nhiều lần sát dưới hạn mức</translation>
    </message>
    <message>
        <source>{member} – bills on one day: {count}, together {points}.</source>
        <translation>{member}: {count} hoá đơn trong một ngày, tổng cộng {points}.</translation>
    </message>
    <message>
        <source>{who} recorded bills for {member} on one day: {count}, together {points}.</source>
        <translation>{who} ghi cho {member} {count} hoá đơn trong một ngày, tổng cộng {points}.</translation>
    </message>
    <message>
        <source>{who} recorded bills without a number: {count}, together {points}. Others had numbers.</source>
        <translation>{who} ghi {count} hoá đơn không số, tổng cộng {points}. Các hoá đơn khác có số.</translation>
    </message>
    <message>
        <source>{member} joined and redeemed {points} on the same day. Recorded by: {who}.</source>
        <translation>{member} vừa tham gia đã đổi {points} trong ngày. Người ghi: {who}.</translation>
    </message>
    <message>
        <source>{member} redeemed {points}; a bill from before was then taken back. Recorded by: {who}.</source>
        <translation>{member} đổi {points}, sau đó một hoá đơn trước đó bị huỷ. Người ghi: {who}.</translation>
    </message>
    <message>
        <source>somebody at the till</source>
        <translation>người đứng quầy</translation>
    </message>
    <message>
        <source>{who} gave things by hand on one day: {count}.</source>
        <translation>{who} tặng tay {count} lần trong một ngày.</translation>
    </message>
    <message>
        <source>{who} gave {points} by hand.</source>
        <translation>{who} tặng tay {points}.</translation>
    </message>
    <message>
        <source>{who} took back bills long after they were made: {count}; they had earned {points}.</source>
        <translation>{who} huỷ {count} hoá đơn đã ghi từ lâu; chúng đã tích {points}.</translation>
    </message>
    <message>
        <source>{who} gave {points} on one day, whoever gave the next most {other}.</source>
        <translation>{who} cho {points} trong một ngày, người nhiều thứ nhì chỉ cho {other}.</translation>
    </message>
    <message>
        <source>{who} redeemed just below the limit of {other}, times: {count}, together {points}.</source>
        <translation>{who} cho đổi {count} lần sát dưới hạn mức {other}, tổng cộng {points}.</translation>
    </message>
    <message>
        <source>a member who is gone</source>
        <translation>một khách đã rời đi</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>không số</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>bills and payments</source>
        <translation>hoá đơn và thanh toán</translation>
    </message>
    <message>
        <source>what was taken back</source>
        <translation>những gì đã huỷ hoặc trả</translation>
    </message>
    <message>
        <source>members</source>
        <translation>khách</translation>
    </message>
    <message>
        <source>gifts, vouchers and tiers</source>
        <translation>quà, phiếu và hạng</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>thẻ</translation>
    </message>
    <message>
        <source>program, items and settings</source>
        <translation>chương trình, món và cài đặt</translation>
    </message>
    <message>
        <source>people at work</source>
        <translation>nhân viên</translation>
    </message>
    <message>
        <source>days</source>
        <translation>mở và đóng ngày</translation>
    </message>
    <message>
        <source>anything else</source>
        <translation>việc khác</translation>
    </message>
    <message>
        <source>Record “{kind}”</source>
        <translation>Bản ghi “{kind}”</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Hoá đơn</translation>
    </message>
    <message>
        <source>Later payment</source>
        <translation>Trả tiếp</translation>
    </message>
    <message>
        <source>Bill taken back or returned</source>
        <translation>Huỷ hoặc trả hàng</translation>
    </message>
    <message>
        <source>Return undone</source>
        <translation>Huỷ việc trả hàng</translation>
    </message>
    <message>
        <source>Payment undone</source>
        <translation>Huỷ lần trả tiếp</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Khách mới</translation>
    </message>
    <message>
        <source>Particulars changed</source>
        <translation>Đổi thông tin khách</translation>
    </message>
    <message>
        <source>Consent changed</source>
        <translation>Đổi sự đồng ý</translation>
    </message>
    <message>
        <source>Joining undone</source>
        <translation>Huỷ tham gia</translation>
    </message>
    <message>
        <source>Opening points taken out</source>
        <translation>Rút điểm đầu kỳ</translation>
    </message>
    <message>
        <source>List of customers taken in</source>
        <translation>Nhập danh sách khách</translation>
    </message>
    <message>
        <source>List of customers taken out</source>
        <translation>Rút danh sách khách</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Đổi nhãn</translation>
    </message>
    <message>
        <source>How a customer came</source>
        <translation>Khách biết quán từ đâu</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>Quà</translation>
    </message>
    <message>
        <source>Gift taken back</source>
        <translation>Thu lại quà</translation>
    </message>
    <message>
        <source>Gifts of the day given</source>
        <translation>Đã tặng quà trong ngày</translation>
    </message>
    <message>
        <source>Voucher given by hand</source>
        <translation>Tặng tay phiếu</translation>
    </message>
    <message>
        <source>Voucher taken back</source>
        <translation>Thu lại phiếu</translation>
    </message>
    <message>
        <source>Old stamp card taken in</source>
        <translation>Nhận thẻ tem giấy</translation>
    </message>
    <message>
        <source>Old stamp card given back</source>
        <translation>Trả lại thẻ tem giấy</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>Survey answered</source>
        <translation>Trả lời khảo sát</translation>
    </message>
    <message>
        <source>Answer to a survey undone</source>
        <translation>Huỷ trả lời khảo sát</translation>
    </message>
    <message>
        <source>Membership sold</source>
        <translation>Bán gói hội viên</translation>
    </message>
    <message>
        <source>Membership ended</source>
        <translation>Kết thúc gói hội viên</translation>
    </message>
    <message>
        <source>Sale of a membership undone</source>
        <translation>Huỷ bán gói hội viên</translation>
    </message>
    <message>
        <source>End of a membership undone</source>
        <translation>Huỷ kết thúc gói hội viên</translation>
    </message>
    <message>
        <source>Service done</source>
        <translation>Đã làm dịch vụ</translation>
    </message>
    <message>
        <source>Service not done after all</source>
        <translation>Dịch vụ chưa làm</translation>
    </message>
    <message>
        <source>Member erased</source>
        <translation>Xoá thông tin khách</translation>
    </message>
    <message>
        <source>Use of particulars restricted</source>
        <translation>Hạn chế dùng thông tin</translation>
    </message>
    <message>
        <source>Members merged</source>
        <translation>Gộp khách</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>Huỷ gộp khách</translation>
    </message>
    <message>
        <source>Two members are not the same</source>
        <translation>Hai khách khác nhau</translation>
    </message>
    <message>
        <source>Request of a customer</source>
        <translation>Yêu cầu của khách</translation>
    </message>
    <message>
        <source>Request of a customer worked on</source>
        <translation>Xử lý yêu cầu của khách</translation>
    </message>
    <message>
        <source>Said to be under age</source>
        <translation>Ghi là chưa đủ tuổi</translation>
    </message>
    <message>
        <source>Particulars looked at</source>
        <translation>Xem thông tin khách</translation>
    </message>
    <message>
        <source>Points ended</source>
        <translation>Điểm hết hạn</translation>
    </message>
    <message>
        <source>Card given or replaced</source>
        <translation>Cấp hoặc thay thẻ</translation>
    </message>
    <message>
        <source>Card named</source>
        <translation>Đặt tên thẻ</translation>
    </message>
    <message>
        <source>Batch of cards made</source>
        <translation>Tạo lô thẻ</translation>
    </message>
    <message>
        <source>Cards sent to be printed</source>
        <translation>Gửi in thẻ</translation>
    </message>
    <message>
        <source>Cards came out well</source>
        <translation>Thẻ in đạt</translation>
    </message>
    <message>
        <source>Cards spoilt</source>
        <translation>Thẻ hỏng</translation>
    </message>
    <message>
        <source>Cards handed out</source>
        <translation>Giao thẻ</translation>
    </message>
    <message>
        <source>Settings of the shop</source>
        <translation>Cài đặt quán</translation>
    </message>
    <message>
        <source>Program published</source>
        <translation>Công bố chương trình</translation>
    </message>
    <message>
        <source>Stock of a reward</source>
        <translation>Số lượng quà</translation>
    </message>
    <message>
        <source>Picture of a reward</source>
        <translation>Ảnh quà</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Món</translation>
    </message>
    <message>
        <source>List of items taken in</source>
        <translation>Nhập danh sách món</translation>
    </message>
    <message>
        <source>List of items taken out</source>
        <translation>Rút danh sách món</translation>
    </message>
    <message>
        <source>Somebody works here now</source>
        <translation>Thêm nhân viên</translation>
    </message>
    <message>
        <source>Somebody’s role changed</source>
        <translation>Đổi vai trò nhân viên</translation>
    </message>
    <message>
        <source>Somebody works here no more</source>
        <translation>Nhân viên nghỉ</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>Locked after wrong PINs</source>
        <translation>Bị khoá vì sai mã PIN</translation>
    </message>
    <message>
        <source>Lock opened</source>
        <translation>Mở khoá nhân viên</translation>
    </message>
    <message>
        <source>Looked at once more</source>
        <translation>Đã xem lại</translation>
    </message>
    <message>
        <source>Leak of customers’ particulars noticed</source>
        <translation>Phát hiện lộ thông tin khách</translation>
    </message>
    <message>
        <source>Leak reported</source>
        <translation>Đã báo cáo vụ lộ thông tin</translation>
    </message>
    <message>
        <source>Particulars kept for a dispute</source>
        <translation>Giữ thông tin vì tranh chấp</translation>
    </message>
    <message>
        <source>Draw announced</source>
        <translation>Công bố quay số</translation>
    </message>
    <message>
        <source>Tickets of a draw listed</source>
        <translation>Lập danh sách vé</translation>
    </message>
    <message>
        <source>Draw closed</source>
        <translation>Khoá quay số</translation>
    </message>
    <message>
        <source>Draw held</source>
        <translation>Đã quay số</translation>
    </message>
    <message>
        <source>Partner’s code redeemed</source>
        <translation>Đối tác nhận mã</translation>
    </message>
    <message>
        <source>Partner’s code open again</source>
        <translation>Mở lại mã đối tác</translation>
    </message>
    <message>
        <source>Day opened</source>
        <translation>Mở ngày</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>Đóng ngày</translation>
    </message>
    <message>
        <source>Date confirmed</source>
        <translation>Xác nhận ngày</translation>
    </message>
    <message>
        <source>Went on without lost records</source>
        <translation>Chạy tiếp dù mất bản ghi</translation>
    </message>
    <message>
        <source>Another PIN asked for, without a proof</source>
        <translation>Xin mã PIN mới khi không có bằng chứng</translation>
    </message>
    <message>
        <source>The PIN asked for was stopped</source>
        <translation>Đã chặn mã PIN được xin</translation>
    </message>
    <message>
        <source>Protection of the data changed</source>
        <translation>Đổi cách bảo vệ dữ liệu</translation>
    </message>
    <message>
        <source>PIN taken away</source>
        <translation>Bỏ mã PIN</translation>
    </message>
    <message>
        <source>PIN set anew with the recovery code or the passphrase</source>
        <translation>Đặt lại mã PIN bằng mã khôi phục hoặc cụm mật khẩu</translation>
    </message>
    <message>
        <source>PIN set anew, which nobody stopped for three days</source>
        <translation>Đặt lại mã PIN, ba ngày không ai chặn</translation>
    </message>
    <message>
        <source>Data protected</source>
        <translation>Bật bảo vệ dữ liệu</translation>
    </message>
    <message>
        <source>Protection turned off</source>
        <translation>Tắt bảo vệ dữ liệu</translation>
    </message>
    <message>
        <source>The file is opened in another way</source>
        <translation>Đổi cách mở tệp dữ liệu</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Mã khôi phục mới</translation>
    </message>
    <message>
        <source>Code taken off a member</source>
        <translation>Gỡ mã khỏi hội viên</translation>
    </message>
    <message>
        <source>What was corrected long ago dropped</source>
        <translation>Xoá thông tin cũ đã sửa từ lâu</translation>
    </message>
    <message>
        <source>Old notes of who looked dropped</source>
        <translation>Xoá ghi chép xem thông tin đã cũ</translation>
    </message>
    <message>
        <source>Somebody’s own account</source>
        <translation>Tài khoản điểm riêng của nhân viên</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>That did not open {file} – type the passphrase or the recovery code again</source>
        <translation>Chưa mở được {file} – gõ lại cụm mật khẩu hoặc mã khôi phục</translation>
    </message>
    <message>
        <source>{file} is protected – type its passphrase or the recovery code from the paper</source>
        <translation>{file} được bảo vệ – gõ cụm mật khẩu, hoặc mã khôi phục trên giấy</translation>
    </message>
    <message>
        <source>That did not open {file} – compare the 24 digits with the paper and type them again</source>
        <translation>Chưa mở được {file} – so 24 chữ số với tờ giấy rồi gõ lại</translation>
    </message>
    <message>
        <source>{file} is protected and this PC does not have its key – type the 24 digits of the recovery code from the paper</source>
        <translation>{file} được bảo vệ và máy này không có chìa khoá – gõ 24 chữ số của mã khôi phục trên giấy</translation>
    </message>
    <message>
        <source>{file} is protected, and nothing on this PC says how to open it – bring a backup back</source>
        <translation>{file} được bảo vệ, và máy này không còn gì cho biết cách mở – hãy khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>This PC has no place of its own for keys – choose a passphrase that is typed at each start</source>
        <translation>Máy này không có nơi cất chìa khoá – hãy chọn cụm mật khẩu, gõ mỗi lần mở máy</translation>
    </message>
    <message>
        <source>This PC’s keyring does not give or keep the key ({detail}) – unlock it and try again</source>
        <translation>Kho khoá của máy không đưa hoặc không giữ chìa khoá ({detail}) – mở kho khoá rồi thử lại</translation>
    </message>
    <message>
        <source>The protection stays as it is: the backup that comes before every change of it failed – {why}</source>
        <translation>Cách bảo vệ vẫn giữ nguyên: không sao lưu được trước khi thay đổi – {why}</translation>
    </message>
    <message>
        <source>This is the recovery code of something else – look for the newest paper of this shop</source>
        <translation>Đây là mã khôi phục khác – hãy tìm tờ giấy mới nhất của quán</translation>
    </message>
    <message>
        <source>Type all 24 digits of the paper – still missing: {missing}</source>
        <translation>Gõ đủ 24 chữ số trên giấy – còn thiếu {missing}</translation>
    </message>
    <message>
        <source>There is a mistake in these digits – compare them with the paper, group by group</source>
        <translation>Có chữ số sai – so lại với tờ giấy, từng nhóm một</translation>
    </message>
    <message>
        <source>A passphrase has at least {least} letters – three or four words are easy to keep in mind</source>
        <translation>Cụm mật khẩu có ít nhất {least} ký tự – ba bốn từ thì dễ nhớ</translation>
    </message>
    <message>
        <source>At a start this PC’s keyring opens it.</source>
        <translation>Khi mở, kho khoá của máy này tự mở tệp.</translation>
    </message>
    <message>
        <source>At a start the passphrase is asked for.</source>
        <translation>Khi mở, chương trình hỏi cụm mật khẩu.</translation>
    </message>
    <message>
        <source>At a start the recovery code is asked for: choose a passphrase instead.</source>
        <translation>Khi mở, chương trình hỏi mã khôi phục: hãy chọn cụm mật khẩu thay vào đó.</translation>
    </message>
    <message>
        <source>Backups that still lie unprotected: {files}</source>
        <translation>Bản sao lưu vẫn chưa được bảo vệ: {files}</translation>
    </message>
    <message>
        <source>Protected: whoever takes this PC or a backup reads nothing without the key.</source>
        <translation>Đang bảo vệ: ai lấy mất máy hay bản sao lưu cũng không đọc được gì nếu không có chìa khoá.</translation>
    </message>
    <message>
        <source>Protected, but not finished: the recovery code has not been typed from its paper yet.</source>
        <translation>Đang bảo vệ nhưng chưa xong: chưa có ai gõ lại mã khôi phục từ tờ giấy.</translation>
    </message>
    <message>
        <source>Not protected: whoever takes this PC, or a backup, can read everything.</source>
        <translation>Chưa bảo vệ: ai lấy được máy này, hay một bản sao lưu, đều đọc được hết.</translation>
    </message>
    <message>
        <source>Others may read {file} too – let it be read by you alone (chmod 600), then try again</source>
        <translation>Người khác cũng đọc được {file} – hãy chỉ để mình bạn đọc được (chmod 600) rồi thử lại</translation>
    </message>
    <message>
        <source>There is no passphrase to be read in {file}</source>
        <translation>Không đọc được cụm mật khẩu trong {file}</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>The layout {file} is left out: {why}</source>
        <translation>Bỏ qua khổ in {file}: {why}</translation>
    </message>
    <message>
        <source>it may not be read – ask for the right to read it</source>
        <translation>không được phép đọc – hãy xin quyền đọc tệp này</translation>
    </message>
    <message>
        <source>it is no JSON – compare it with one that works</source>
        <translation>tệp không phải JSON – hãy so với một tệp dùng được</translation>
    </message>
    <message>
        <source>“{field}” is missing – add it</source>
        <translation>thiếu “{field}” – hãy thêm vào</translation>
    </message>
    <message>
        <source>nothing is called “{field}” – correct or remove it</source>
        <translation>không có mục nào tên “{field}” – hãy sửa hoặc xoá đi</translation>
    </message>
    <message>
        <source>its cards reach beyond the page – make them fewer, or the margins smaller</source>
        <translation>thẻ tràn ra ngoài trang – hãy bớt số thẻ hoặc thu nhỏ lề</translation>
    </message>
    <message>
        <source>its cards are too small for a code that is read – make them larger</source>
        <translation>thẻ quá nhỏ nên máy không đọc được mã – hãy làm thẻ lớn hơn</translation>
    </message>
    <message>
        <source>its crop marks reach more than 6 mm from the cards or into the printer&apos;s margin – make them shorter</source>
        <translation>dấu cắt cách thẻ quá 6 mm hoặc lấn vào lề máy in – hãy làm dấu cắt ngắn lại</translation>
    </message>
    <message>
        <source>a layout of this name comes with the program – call the file something else</source>
        <translation>tên này trùng với khổ in có sẵn – hãy đặt tên khác cho tệp</translation>
    </message>
    <message>
        <source>“{field}” has no possible value – correct it</source>
        <translation>“{field}” có giá trị không dùng được – hãy sửa lại</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Saving a backup of the day…</source>
        <translation>Đang sao lưu sổ hôm nay…</translation>
    </message>
    <message>
        <source>Go on with the bill</source>
        <translation>Làm tiếp hoá đơn</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Đóng, bỏ hoá đơn</translation>
    </message>
    <message>
        <source>A bill is not recorded yet</source>
        <translation>Còn hoá đơn chưa ghi</translation>
    </message>
    <message>
        <source>Closing the till throws it away; closing once more does, too.</source>
        <translation>Đóng quầy là bỏ hoá đơn này; bấm đóng lần nữa cũng vậy.</translation>
    </message>
    <message>
        <source>There is no backup of this day</source>
        <translation>Ngày này không có bản sao lưu</translation>
    </message>
    <message>
        <source>The day is closed, but there is no backup of it</source>
        <translation>Đã chốt sổ ngày nhưng chưa có bản sao lưu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>Đóng, không sao lưu</translation>
    </message>
    <message>
        <source>Go on printing</source>
        <translation>In tiếp</translation>
    </message>
    <message>
        <source>Close and stop it</source>
        <translation>Đóng, ngừng in</translation>
    </message>
    <message>
        <source>Something is still being printed</source>
        <translation>Đang in dở</translation>
    </message>
    <message>
        <source>Closing the till stops it; closing once more does, too.</source>
        <translation>Đóng máy là ngừng in; bấm đóng lần nữa cũng vậy.</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message>
        <source>The shop’s file is not the one this till worked with last, until {until}: what was recorded then is not in it – put the right file or a backup back</source>
        <translation>Tệp của quán không phải tệp mà máy quầy này dùng lần cuối, đến {until}: những gì đã ghi khi đó không có trong tệp – hãy đưa lại đúng tệp hoặc khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>The shop’s file is older than what this till has confirmed: what was recorded after {since}, until {until}, is missing – put the right file or a backup back</source>
        <translation>Tệp của quán cũ hơn những gì máy quầy này đã xác nhận: thiếu những gì ghi sau {since} đến {until} – hãy đưa lại đúng tệp hoặc khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>The shop’s file is older than what this till has confirmed: what was recorded after {since}, until {until}, is missing (records: {count}). Its log is gone or damaged, or an older copy lies in its place – put the right file or a backup back</source>
        <translation>Tệp của quán cũ hơn những gì máy quầy này đã xác nhận: thiếu những gì ghi sau {since} đến {until} (số bản ghi: {count}). Tệp log đi kèm đã mất hoặc hỏng, hoặc một bản cũ đang nằm ở chỗ của tệp – hãy đưa lại đúng tệp hoặc khôi phục bản sao lưu</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>These are one customer already – choose another</source>
        <translation>Đây đã là một khách rồi – chọn khách khác</translation>
    </message>
    <message>
        <source>They stay one customer: {why}</source>
        <translation>Vẫn để là một khách: {why}</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>trùng số điện thoại</translation>
    </message>
    <message>
        <source>same name, phone numbers a slip apart</source>
        <translation>trùng tên, số điện thoại gần giống</translation>
    </message>
    <message>
        <source>same name and birthday</source>
        <translation>trùng tên và ngày sinh</translation>
    </message>
    <message>
        <source>same linked code</source>
        <translation>trùng mã đã gắn</translation>
    </message>
    <message>
        <source>same name, one without a phone number</source>
        <translation>trùng tên, một bên không có số điện thoại</translation>
    </message>
    <message>
        <source>a bill that came over was returned or paid since</source>
        <translation>một hoá đơn được gộp sang đã bị trả lại hoặc trả thêm tiền</translation>
    </message>
    <message>
        <source>points that came over were spent since</source>
        <translation>điểm được gộp sang đã được tiêu</translation>
    </message>
    <message>
        <source>a voucher that came over was used since</source>
        <translation>một phiếu được gộp sang đã được dùng</translation>
    </message>
    <message>
        <source>a partner&apos;s code that came over was used since</source>
        <translation>một mã đối tác được gộp sang đã được dùng</translation>
    </message>
    <message>
        <source>a gift that came over was taken back since</source>
        <translation>một món quà được gộp sang đã bị thu hồi</translation>
    </message>
    <message>
        <source>a membership that came over was ended or changed since</source>
        <translation>một gói hội viên được gộp sang đã kết thúc hoặc thay đổi</translation>
    </message>
    <message>
        <source>stamps or tickets that came over were used since</source>
        <translation>tem hoặc vé được gộp sang đã được dùng</translation>
    </message>
    <message>
        <source>what was owed was paid with later points</source>
        <translation>điểm nợ đã được trả bằng điểm tích sau đó</translation>
    </message>
    <message>
        <source>the tier has changed since, by what both bought</source>
        <translation>hạng đã thay đổi nhờ hoá đơn của cả hai</translation>
    </message>
    <message>
        <source>they were merged with somebody else since – undo that first</source>
        <translation>sau đó lại gộp với khách khác – hãy tách lần gộp ấy trước</translation>
    </message>
    <message>
        <source>the customer is no longer a member</source>
        <translation>khách không còn là thành viên</translation>
    </message>
    <message>
        <source>the particulars were erased</source>
        <translation>thông tin cá nhân đã được xoá</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>{amount} more for {offer}</source>
        <translation>Còn {amount} nữa được {offer}</translation>
    </message>
    <message>
        <source>{card} is full with this bill: {reward}</source>
        <translation>{card} đầy với hoá đơn này: {reward}</translation>
    </message>
    <message>
        <source>{voucher} can be used in this bill: scan it</source>
        <translation>Dùng được {voucher} cho hoá đơn này: quét phiếu</translation>
    </message>
    <message>
        <source>voucher: {voucher}</source>
        <translation>tặng {voucher}</translation>
    </message>
    <message>
        <source>stamps: +{count}, {card}</source>
        <translation>+{count} tem {card}</translation>
    </message>
    <message>
        <source>tickets: +{count}, {draw}</source>
        <translation>+{count} vé {draw}</translation>
    </message>
    <message>
        <source>{points} by the size of the bill</source>
        <translation>{points} theo mức hoá đơn</translation>
    </message>
    <message>
        <source>more {points}</source>
        <translation>thêm {points}</translation>
    </message>
    <message>
        <source>{card}: {stamps} more for {reward}</source>
        <translation>{card}: còn {stamps} nữa được {reward}</translation>
    </message>
</context>
<context>
    <name>Owner</name>
    <message>
        <source>This month&apos;s budget {budget} is used up: does the owner agree to go over it?</source>
        <translation>Ngân sách tháng này {budget} đã hết: chủ quán có đồng ý chi vượt không?</translation>
    </message>
    <message>
        <source>This month&apos;s budget {budget} is used up: does the owner agree to give {points}?</source>
        <translation>Ngân sách {budget} tháng này đã hết: chủ quán có đồng ý tặng {points} không?</translation>
    </message>
    <message>
        <source>{time}: the owner agreed to {points} – {name}, bill of {amount}</source>
        <translation>{time}: chủ quán đồng ý tặng {points} – {name}, hoá đơn {amount}</translation>
    </message>
    <message>
        <source>{time}: {points} over the budget not given – {name}, bill of {amount}</source>
        <translation>{time}: không tặng {points} vượt ngân sách – {name}, hoá đơn {amount}</translation>
    </message>
    <message>
        <source>{time}, {who}: the owner agreed to {points} – {name}, bill of {amount}</source>
        <translation>{time}, {who}: chủ quán đồng ý tặng {points} – {name}, hoá đơn {amount}</translation>
    </message>
    <message>
        <source>{time}, {who}: {points} over the budget not given – {name}, bill of {amount}</source>
        <translation>{time}, {who}: không tặng {points} vượt ngân sách – {name}, hoá đơn {amount}</translation>
    </message>
</context>
<context>
    <name>Partners</name>
    <message>
        <source>This shop gave no code for a partner with these digits – read it once more</source>
        <translation>Quán không phát mã đối tác nào có dãy số này – hãy đọc lại</translation>
    </message>
    <message>
        <source>This code was redeemed already, on {day}</source>
        <translation>Mã này đã ghi là dùng rồi, ngày {day}</translation>
    </message>
    <message>
        <source>The bill this code came from was returned: it is worth nothing any more</source>
        <translation>Hoá đơn phát mã này đã trả lại: mã không còn giá trị</translation>
    </message>
    <message>
        <source>This code was not redeemed</source>
        <translation>Mã này chưa được dùng</translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>{count} stamps</source>
        <translation>{count} tem</translation>
    </message>
    <message>
        <source>{count} stamp</source>
        <translation>{count} tem</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Type the bill total, for example 125000</source>
        <translation>Gõ tổng hoá đơn, ví dụ 125000</translation>
    </message>
    <message>
        <source>Digits only, please, for example 125000</source>
        <translation>Chỉ gõ số, ví dụ 125000</translation>
    </message>
    <message>
        <source>A bill cannot be below 0 – to take goods back press F8</source>
        <translation>Hoá đơn không thể âm – khách trả hàng thì bấm F8</translation>
    </message>
    <message>
        <source>The amount must be more than 0 ₫</source>
        <translation>Số tiền phải lớn hơn 0 ₫</translation>
    </message>
    <message>
        <source>Too large: at most {amount} – check the zeros</source>
        <translation>Số quá lớn: tối đa {amount} – xem lại các số 0</translation>
    </message>
    <message>
        <source>This can be read in two ways – type the digits alone, for example 125000</source>
        <translation>Số này đọc được hai cách – chỉ gõ chữ số, ví dụ 125000</translation>
    </message>
    <message>
        <source>A receipt number has at most {count} signs</source>
        <translation>Số hoá đơn dài nhất {count} ký tự</translation>
    </message>
    <message>
        <source>There is a sign in it that no receipt has – type the number again</source>
        <translation>Có ký tự lạ trong số hoá đơn – gõ lại giúp</translation>
    </message>
    <message>
        <source>Type the customer&apos;s phone number</source>
        <translation>Gõ số điện thoại của khách</translation>
    </message>
    <message>
        <source>Digits only, please, for example 0912 345 678</source>
        <translation>Chỉ gõ số, ví dụ 0912 345 678</translation>
    </message>
    <message>
        <source>Too few digits: a mobile number has 10</source>
        <translation>Thiếu số: số di động có 10 chữ số</translation>
    </message>
    <message>
        <source>Too many digits: a mobile number has 10</source>
        <translation>Thừa số: số di động có 10 chữ số</translation>
    </message>
    <message>
        <source>No mobile number begins like this – ask the customer to read it again</source>
        <translation>Không có đầu số di động này – nhờ khách đọc lại</translation>
    </message>
    <message>
        <source>This is a landline – ask for a mobile number</source>
        <translation>Đây là số máy bàn – xin khách số di động</translation>
    </message>
    <message>
        <source>This number is from abroad – ask for a Vietnamese mobile number</source>
        <translation>Đây là số nước ngoài – xin khách số di động Việt Nam</translation>
    </message>
    <message>
        <source>A spreadsheet has cut the last digits – ask for the whole number</source>
        <translation>Bảng tính đã làm mất số cuối – hỏi lại đủ số</translation>
    </message>
    <message>
        <source>Type the customer&apos;s name</source>
        <translation>Gõ tên khách</translation>
    </message>
    <message>
        <source>The name is too long: at most {count} letters</source>
        <translation>Tên quá dài: tối đa {count} chữ cái</translation>
    </message>
    <message>
        <source>A name needs at least one letter</source>
        <translation>Tên phải có ít nhất một chữ cái</translation>
    </message>
    <message>
        <source>There is a sign in it that no name has – type the name again</source>
        <translation>Có ký tự lạ trong tên – gõ lại tên giúp</translation>
    </message>
    <message>
        <source>Letters written from right to left cannot be kept – type the name in Latin letters</source>
        <translation>Không lưu được chữ viết từ phải sang trái – gõ tên bằng chữ Latinh</translation>
    </message>
    <message>
        <source>Type day and month, for example 24/11</source>
        <translation>Gõ ngày/tháng, ví dụ 24/11</translation>
    </message>
    <message>
        <source>Type day and month, for example 24/11 or 24/11/1990</source>
        <translation>Gõ ngày/tháng, ví dụ 24/11 hoặc 24/11/1990</translation>
    </message>
    <message>
        <source>The calendar has no such day – day first, then month</source>
        <translation>Lịch không có ngày này – gõ ngày trước, tháng sau</translation>
    </message>
    <message>
        <source>Type for example: yesterday, 22/11, 22/11 14:30 or 14:30</source>
        <translation>Gõ ví dụ: hôm qua, 22/11, 22/11 14:30 hoặc 14:30</translation>
    </message>
    <message>
        <source>There is no such time: 00:00 to 23:59</source>
        <translation>Không có giờ này: từ 00:00 đến 23:59</translation>
    </message>
    <message>
        <source>This is still to come – a bill cannot be of later than now</source>
        <translation>Lúc này chưa tới – hoá đơn không thể sau giờ hiện tại</translation>
    </message>
    <message>
        <source>Type a tag, for example VIP</source>
        <translation>Ghi tên nhãn, ví dụ VIP</translation>
    </message>
    <message>
        <source>A tag has at most {count} letters</source>
        <translation>Nhãn dài tối đa {count} chữ</translation>
    </message>
    <message>
        <source>Letters and digits only, please, and no comma – one tag at a time</source>
        <translation>Chỉ chữ và số, không có dấu phẩy – mỗi lần một nhãn</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Not enough: {spendable} can be spent, {wanted} are needed – take another reward</source>
        <translation>Chưa đủ: dùng được {spendable}, cần {wanted} – chọn phần thưởng khác nhé</translation>
    </message>
    <message>
        <source>“{reward}” cannot be taken: {why}</source>
        <translation>Chưa đổi được “{reward}”: {why}</translation>
    </message>
    <message>
        <source>The voucher “{voucher}” cannot be used: {why}</source>
        <translation>Phiếu “{voucher}” không dùng được: {why}</translation>
    </message>
    <message>
        <source>From {least} to {most} can pay here</source>
        <translation>Hoá đơn này dùng được từ {least} đến {most}</translation>
    </message>
    <message>
        <source>From {least} to {most} can pay here, {block} at a time</source>
        <translation>Hoá đơn này dùng được từ {least} đến {most}, mỗi nấc {block}</translation>
    </message>
    <message>
        <source>At most {open} can be paid here, not {paid}</source>
        <translation>Ở đây chỉ trả được nhiều nhất {open}, không phải {paid}</translation>
    </message>
    <message>
        <source>Only a customer’s bill can be paid in parts, where the program says so</source>
        <translation>Chỉ hoá đơn của khách có tên mới trả làm nhiều lần được, và chỉ khi chương trình cho phép</translation>
    </message>
    <message>
        <source>The ways of paying come to {told}, but the customer pays {due}</source>
        <translation>Các cách trả cộng lại là {told}, nhưng khách chỉ trả {due}</translation>
    </message>
    <message>
        <source>Receipt {number} is entered already: {amount}, {who}, {time} – check the number, or undo that bill first</source>
        <translation>Hoá đơn số {number} đã nhập rồi: {amount}, {who}, {time} – xem lại số, hoặc hoàn tác hoá đơn kia trước</translation>
    </message>
    <message>
        <source>customer without a name</source>
        <translation>khách chưa có tên</translation>
    </message>
    <message>
        <source>Before the PC stopped, {amount} was recorded for this customer at {time} ({points}). Is it still that bill?</source>
        <translation>Trước khi máy tắt, lúc {time} đã ghi {amount} cho khách này ({points}). Có phải vẫn là hoá đơn đó không?</translation>
    </message>
    <message>
        <source>Before the PC stopped, {amount} of this bill was returned at {time}. Is it still that return?</source>
        <translation>Trước khi máy tắt, lúc {time} đã trả {amount} của hoá đơn này. Có phải vẫn là lần trả đó không?</translation>
    </message>
    <message>
        <source>Before the PC stopped, the last thing was undone at {time}. Undo one more?</source>
        <translation>Trước khi máy tắt, lúc {time} đã hoàn tác việc vừa làm. Hoàn tác thêm một việc nữa?</translation>
    </message>
    <message>
        <source>This was recorded a moment ago with other figures – look at today&apos;s list (F9)</source>
        <translation>Giao dịch này vừa được ghi với số khác – xem lại danh sách hôm nay (F9)</translation>
    </message>
    <message>
        <source>{amount} is too much for one bill (at most {limit}) – check the zeros</source>
        <translation>{amount} quá lớn cho một hoá đơn (tối đa {limit}) – xem lại các số 0</translation>
    </message>
    <message>
        <source>{time} is still to come – correct the bill&apos;s time, or the clock of this PC</source>
        <translation>{time} chưa tới – sửa giờ hoá đơn, hoặc chỉnh đồng hồ máy</translation>
    </message>
    <message>
        <source>{day} is too long ago: bills are taken in back to {earliest}</source>
        <translation>Ngày {day} lâu quá rồi: chỉ nhập được hoá đơn từ {earliest}</translation>
    </message>
    <message>
        <source>This bill is no longer there – see today&apos;s list (F9)</source>
        <translation>Không còn hoá đơn này – xem danh sách hôm nay (F9)</translation>
    </message>
    <message>
        <source>No bill has the number {number} – read it again from the receipt</source>
        <translation>Không có hoá đơn số {number} – xem lại số trên giấy</translation>
    </message>
    <message>
        <source>Rewards need a member – scan the card first</source>
        <translation>Đổi thưởng cần có thành viên – quét thẻ của khách trước</translation>
    </message>
    <message>
        <source>All of this bill has been returned or undone already</source>
        <translation>Hoá đơn này đã trả hoặc hoàn tác hết rồi</translation>
    </message>
    <message>
        <source>Only {left} of this bill is left to return</source>
        <translation>Hoá đơn này chỉ còn {left} để trả</translation>
    </message>
    <message>
        <source>There is nothing left to undo today</source>
        <translation>Hôm nay không còn gì để hoàn tác</translation>
    </message>
    <message>
        <source>This customer has bills already – undo those first, then the enrolment</source>
        <translation>Khách này đã có hoá đơn – hoàn tác hoá đơn trước, rồi mới hoàn tác việc thêm khách</translation>
    </message>
    <message>
        <source>More of this bill was paid since – undo that payment first</source>
        <translation>Hoá đơn này đã được trả thêm sau đó – hãy hoàn tác lần trả đó trước</translation>
    </message>
    <message>
        <source>Rewards were redeemed in this bill, so it cannot be moved – undo it and type it again</source>
        <translation>Hoá đơn có đổi thưởng nên không chuyển được – hoàn tác rồi nhập lại</translation>
    </message>
    <message>
        <source>Part of this bill was returned, so it cannot be moved – undo the return first</source>
        <translation>Hoá đơn đã trả một phần nên không chuyển được – hoàn tác lần trả hàng trước</translation>
    </message>
    <message>
        <source>This bill was returned – undo the return instead</source>
        <translation>Hoá đơn này đã trả hàng – hoàn tác lần trả hàng đó</translation>
    </message>
    <message>
        <source>There is a later return of the same bill – undo that one first</source>
        <translation>Sau đó còn một lần trả hàng nữa – hoàn tác lần ấy trước</translation>
    </message>
    <message>
        <source>Its receipt number belongs to another bill by now – undo that bill first</source>
        <translation>Số hoá đơn này đã dùng cho hoá đơn khác – hoàn tác hoá đơn kia trước</translation>
    </message>
    <message>
        <source>Something later builds on it – undo that first</source>
        <translation>Có giao dịch sau dựa vào nó – hoàn tác giao dịch sau trước</translation>
    </message>
    <message>
        <source>A member has this number already – press Esc and find them by it</source>
        <translation>Số này đã có thành viên dùng – bấm Esc rồi tìm theo số</translation>
    </message>
    <message>
        <source>{name} has this number already – press Esc and find them by it</source>
        <translation>{name} đã dùng số này – bấm Esc rồi tìm theo số</translation>
    </message>
    <message>
        <source>This card is another member&apos;s – take a new one</source>
        <translation>Thẻ này của khách khác – lấy thẻ mới nhé</translation>
    </message>
    <message>
        <source>This card is {name}&apos;s – take a new one</source>
        <translation>Thẻ này của {name} – lấy thẻ mới nhé</translation>
    </message>
    <message>
        <source>This card was replaced and is no longer valid – find the customer by phone</source>
        <translation>Thẻ này đã được thay nên không dùng nữa – tìm khách theo số điện thoại</translation>
    </message>
    <message>
        <source>The customer has to agree first – ask, then press the space bar</source>
        <translation>Khách cần đồng ý trước – hỏi khách rồi bấm phím cách</translation>
    </message>
    <message>
        <source>This member is no longer there: the enrolment was undone or the member was deleted</source>
        <translation>Không còn thành viên này: đã hoàn tác việc thêm khách, hoặc khách đã bị xoá</translation>
    </message>
    <message>
        <source>The customer does not want their birthday kept – it comes back with their consent</source>
        <translation>Khách không muốn lưu ngày sinh – chỉ ghi lại khi khách đồng ý</translation>
    </message>
    <message>
        <source>Write down which parent or guardian agreed</source>
        <translation>Ghi tên cha mẹ hoặc người giám hộ đã đồng ý</translation>
    </message>
    <message>
        <source>This was done already: look at the list again</source>
        <translation>Việc này đã làm rồi: xem lại danh sách</translation>
    </message>
    <message>
        <source>Ask how they heard of the shop, then choose it here</source>
        <translation>Hỏi khách biết quán từ đâu, rồi chọn ở đây</translation>
    </message>
    <message>
        <source>The program cannot be published yet – places to correct: {count}</source>
        <translation>Chưa công bố được chương trình – còn {count} chỗ cần sửa</translation>
    </message>
    <message>
        <source>This file is no loyalty program, or was changed by hand at {path} – choose another file</source>
        <translation>Tệp này không phải chương trình của quán, hoặc đã bị sửa tay ở {path} – chọn tệp khác</translation>
    </message>
    <message>
        <source>The list is too long: at most {limit} rows – split it into several files</source>
        <translation>Danh sách quá dài: tối đa {limit} dòng – chia thành nhiều tệp</translation>
    </message>
    <message>
        <source>The file is too large for a customer list – split it into several files</source>
        <translation>Tệp quá lớn cho danh sách khách – chia thành nhiều tệp</translation>
    </message>
    <message>
        <source>A member has this code for a card – choose another code</source>
        <translation>Mã này đang là thẻ của một thành viên – hãy chọn mã khác</translation>
    </message>
    <message>
        <source>“{item}”, which is no longer sold, has it already – sell that one again, or rename it</source>
        <translation>Món đã ngừng bán “{item}” đang giữ tên hoặc mã này – hãy bán lại món đó, hoặc đổi tên nó</translation>
    </message>
    <message>
        <source>There is an item “{item}” already – change that one</source>
        <translation>Đã có món “{item}” – hãy sửa món đó</translation>
    </message>
    <message>
        <source>“{item}” has this code already – choose another code</source>
        <translation>“{item}” đã dùng mã này – hãy chọn mã khác</translation>
    </message>
    <message>
        <source>This item is no longer in the catalogue – the list it came with was undone</source>
        <translation>Món này không còn trong danh mục – danh sách chứa nó đã được hoàn tác</translation>
    </message>
    <message>
        <source>This is the code of “{item}”, which the shop sells – it cannot be a member’s card</source>
        <translation>Đây là mã của món “{item}” đang bán – không thể làm thẻ thành viên</translation>
    </message>
    <message>
        <source>Tickets of “{draw}” have been given: its prizes and its last day stand as announced. Announce another draw instead</source>
        <translation>Đã phát vé của “{draw}”: giải thưởng và ngày cuối giữ nguyên như đã công bố. Hãy mở một đợt rút thăm khác</translation>
    </message>
    <message>
        <source>The program no longer has this tier – choose another one</source>
        <translation>Chương trình không còn hạng này – hãy chọn hạng khác</translation>
    </message>
    <message>
        <source>Write down why: it is kept with the change</source>
        <translation>Hãy ghi lý do: lý do được lưu cùng thay đổi</translation>
    </message>
    <message>
        <source>That customer</source>
        <translation>Khách ấy</translation>
    </message>
    <message>
        <source>{name} cannot refer themselves – choose another customer</source>
        <translation>{name} không thể tự giới thiệu chính mình – chọn khách khác</translation>
    </message>
    <message>
        <source>{name} was referred by this customer – it cannot go round in a circle</source>
        <translation>{name} do chính khách này giới thiệu – không thể giới thiệu vòng lại</translation>
    </message>
    <message>
        <source>Too late: this customer&apos;s first bill is in the books – nobody can be named any more</source>
        <translation>Muộn rồi: khách này đã có hoá đơn đầu tiên – không thể ghi thêm người giới thiệu</translation>
    </message>
    <message>
        <source>It was renewed, ended or sold anew since – undo that first</source>
        <translation>Sau đó đã gia hạn, kết thúc hoặc bán lại – hoàn tác việc đó trước</translation>
    </message>
    <message>
        <source>This customer has bought a membership – undo that sale first</source>
        <translation>Khách này đã mua thẻ hội viên – hoàn tác lần bán đó trước</translation>
    </message>
    <message>
        <source>Say why this customer gets it</source>
        <translation>Ghi lý do tặng khách này</translation>
    </message>
    <message>
        <source>The program has no such voucher any more</source>
        <translation>Chương trình không còn loại phiếu này</translation>
    </message>
    <message>
        <source>This service is not to be done any more: its bill was returned, or somebody has done it</source>
        <translation>Dịch vụ này không cần làm nữa: hoá đơn đã trả hoặc đã có người làm</translation>
    </message>
    <message>
        <source>This customer was given it before, and it is given to each customer once</source>
        <translation>Khách này đã được tặng rồi, phiếu này mỗi khách chỉ tặng một lần</translation>
    </message>
    <message>
        <source>This card was blocked as lost on {date}{who} – find the customer by phone</source>
        <translation>Thẻ này đã báo mất và bị khoá ngày {date}{who} – hãy tìm khách theo số điện thoại</translation>
    </message>
    <message>
        <source>This card was replaced on {date}{who} – please use the new card</source>
        <translation>Thẻ này đã được thay ngày {date}{who} – mời dùng thẻ mới</translation>
    </message>
    <message>
        <source>Spoilt card: number {number} of batch {batch} – take another one</source>
        <translation>Thẻ hỏng: thẻ số {number} của lô {batch} – lấy thẻ khác</translation>
    </message>
    <message>
        <source>This is no card that was printed beforehand</source>
        <translation>Đây không phải thẻ in sẵn của quán</translation>
    </message>
    <message>
        <source>Nothing is given for this survey any more</source>
        <translation>Khảo sát này không còn quà nữa</translation>
    </message>
    <message>
        <source>This month&apos;s budget {budget} is used up: nothing can be given for the survey</source>
        <translation>Ngân sách tháng này {budget} đã hết: không tặng được quà khảo sát</translation>
    </message>
    <message>
        <source>No member has the code {code} – look at it again</source>
        <translation>Không có thành viên nào mang mã {code} – hãy xem lại mã</translation>
    </message>
    <message>
        <source>The member with the code {code} has no card of the shop – issue one first</source>
        <translation>Thành viên mang mã {code} chưa có thẻ của quán – hãy cấp thẻ trước</translation>
    </message>
    <message>
        <source>There is no batch {number} – look at the list of batches</source>
        <translation>Không có lô thẻ số {number} – hãy xem lại danh sách lô</translation>
    </message>
    <message>
        <source>Before the PC stopped, {amount} of this bill was paid at {time}. Is it still that payment?</source>
        <translation>Trước khi máy tắt, lúc {time} khách đã trả {amount} cho hoá đơn này. Có phải vẫn là khoản đó không?</translation>
    </message>
    <message>
        <source>There is a shop in {folder} already – name an empty folder with --data-dir</source>
        <translation>Ở {folder} đã có quán – hãy chỉ một thư mục trống bằng --data-dir</translation>
    </message>
    <message>
        <source>Something is in {folder} – choose an empty folder</source>
        <translation>Trong {folder} đã có tệp – hãy chọn thư mục trống</translation>
    </message>
    <message>
        <source>This customer was merged with another since – part them first, in the office</source>
        <translation>Khách này đã được gộp với khách khác – hãy tách ra trước, trong phần quản lý</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Chọn thư mục khác</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Chạy tiếp dù thiếu</translation>
    </message>
    <message>
        <source>Folder for the shop&apos;s file</source>
        <translation>Thư mục cho tệp của quán</translation>
    </message>
    <message>
        <source>Nothing is recorded any more until a backup is brought back.</source>
        <translation>Từ giờ không ghi thêm gì nữa cho đến khi khôi phục một bản sao lưu.</translation>
    </message>
    <message>
        <source>Folder with backups</source>
        <translation>Thư mục có bản sao lưu</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>stamps {count}: {name}</source>
        <translation>tem {count}: {name}</translation>
    </message>
    <message>
        <source>tickets {count}: {name}</source>
        <translation>vé {count}: {name}</translation>
    </message>
    <message>
        <source>vouchers of this bill that are void then: {count}</source>
        <translation>phiếu của hoá đơn này hết hiệu lực: {count}</translation>
    </message>
    <message>
        <source>vouchers the customer gets back: {count}</source>
        <translation>phiếu trả lại cho khách: {count}</translation>
    </message>
</context>
<context>
    <name>RewardUse</name>
    <message>
        <source>needs a newer version of the program</source>
        <translation>cần phiên bản mới hơn</translation>
    </message>
    <message>
        <source>costs the shop {amount}</source>
        <translation>giá vốn {amount}</translation>
    </message>
    <message>
        <source>only for a full stamp card</source>
        <translation>chỉ dành cho thẻ đủ tem</translation>
    </message>
    <message>
        <source>taken in 30 days: {short}, in 90 days: {long}</source>
        <translation>đổi trong 30 ngày: {short} lần, 90 ngày: {long} lần</translation>
    </message>
    <message>
        <source>cost of 90 days: {amount}</source>
        <translation>90 ngày tốn {amount}</translation>
    </message>
    <message>
        <source>its cost is not written down</source>
        <translation>chưa ghi giá vốn</translation>
    </message>
    <message>
        <source>not taken within a year</source>
        <translation>cả năm chưa ai đổi</translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation>lần cuối {day}</translation>
    </message>
    <message>
        <source>None left – count it anew or take it off the list</source>
        <translation>Đã hết – kiểm lại số lượng hoặc bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>Nobody takes it: members usually have {points}. Try a lower price</source>
        <translation>Không ai đổi: khách thường có {points}. Thử hạ giá điểm</translation>
    </message>
    <message>
        <source>Nobody takes it – put something new in its place, for a season</source>
        <translation>Không ai đổi – thử thay món mới theo mùa</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <source>{percent} of the bill</source>
        <translation>{percent} hoá đơn</translation>
    </message>
    <message>
        <source>at most {amount}</source>
        <translation>tối đa {amount}</translation>
    </message>
    <message>
        <source>{points} = {amount}</source>
        <translation>{points} = {amount}</translation>
    </message>
    <message>
        <source>from {points} on</source>
        <translation>từ {points} trở lên</translation>
    </message>
    <message>
        <source>at most {percent} of the bill</source>
        <translation>tối đa {percent} hoá đơn</translation>
    </message>
    <message>
        <source>one of them free</source>
        <translation>tặng một phần</translation>
    </message>
    <message>
        <source>one of them for {amount}</source>
        <translation>một phần với giá {amount}</translation>
    </message>
    <message>
        <source>a voucher for the next visit</source>
        <translation>phiếu ưu đãi cho lần sau</translation>
    </message>
    <message>
        <source>draw tickets: {count}</source>
        <translation>{count} vé rút thăm</translation>
    </message>
    <message>
        <source>given to a good cause</source>
        <translation>góp cho việc thiện</translation>
    </message>
    <message>
        <source>a code for our partner</source>
        <translation>mã ưu đãi của đối tác</translation>
    </message>
    <message>
        <source>on any bill</source>
        <translation>mọi hoá đơn</translation>
    </message>
    <message>
        <source>on bills from {amount}</source>
        <translation>hoá đơn từ {amount}</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>còn {count} phần</translation>
    </message>
    <message>
        <source>{points} short</source>
        <translation>còn thiếu {points}</translation>
    </message>
    <message>
        <source>{points} short of what must stay on the card</source>
        <translation>thiếu {points} để còn giữ lại</translation>
    </message>
    <message>
        <source>stamps missing: {count}</source>
        <translation>thiếu {count} tem</translation>
    </message>
    <message>
        <source>bills missing before the first time: {count}</source>
        <translation>còn {count} lần mua nữa</translation>
    </message>
    <message>
        <source>buy {amount} more</source>
        <translation>mua thêm {amount} là được</translation>
    </message>
    <message>
        <source>items missing from the bill: {count}</source>
        <translation>hoá đơn thiếu {count} món</translation>
    </message>
    <message>
        <source>not for this customer today</source>
        <translation>hôm nay khách này chưa đổi được</translation>
    </message>
    <message>
        <source>not for this bill</source>
        <translation>không dùng cho hoá đơn này</translation>
    </message>
    <message>
        <source>taken as often as allowed</source>
        <translation>đã đổi đủ số lần cho phép</translation>
    </message>
    <message>
        <source>no more of it today</source>
        <translation>hôm nay đã hết lượt</translation>
    </message>
    <message>
        <source>not on offer</source>
        <translation>hiện không đổi</translation>
    </message>
    <message>
        <source>type the bill total first</source>
        <translation>gõ tổng hoá đơn trước</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>đã hết phần</translation>
    </message>
    <message>
        <source>the bill is paid in full already</source>
        <translation>hoá đơn đã được trừ hết</translation>
    </message>
    <message>
        <source>needs a newer version of the program</source>
        <translation>cần phiên bản phần mềm mới hơn</translation>
    </message>
    <message>
        <source>in this bill already</source>
        <translation>đã có trong hoá đơn này</translation>
    </message>
    <message>
        <source>can be taken</source>
        <translation>đổi được</translation>
    </message>
    <message>
        <source>this shop gave no voucher with this code</source>
        <translation>quán không phát hành phiếu nào có mã này</translation>
    </message>
    <message>
        <source>it was used already</source>
        <translation>đã dùng rồi</translation>
    </message>
    <message>
        <source>the bill it came from was returned</source>
        <translation>hoá đơn tặng phiếu đã trả hàng</translation>
    </message>
    <message>
        <source>it is another customer&apos;s</source>
        <translation>phiếu của khách khác</translation>
    </message>
    <message>
        <source>its last day is over</source>
        <translation>đã hết hạn</translation>
    </message>
    <message>
        <source>{worth} off</source>
        <translation>giảm {worth}</translation>
    </message>
    <message>
        <source>it is redeemed at our partner’s, not here</source>
        <translation>mã này dùng ở cửa hàng đối tác, không dùng ở đây</translation>
    </message>
    <message>
        <source>{membership}: member price (−{amount})</source>
        <translation>{membership}: giá thành viên (−{amount})</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Passing by</source>
        <translation>Đi ngang qua</translation>
    </message>
    <message>
        <source>A friend</source>
        <translation>Bạn bè, người quen</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>TikTok</source>
        <translation>TikTok</translation>
    </message>
    <message>
        <source>Maps on the phone</source>
        <translation>Bản đồ trên điện thoại</translation>
    </message>
    <message>
        <source>A leaflet or sign</source>
        <translation>Tờ rơi, biển hiệu</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Nguồn khác</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>change the program</source>
        <translation>sửa chương trình</translation>
    </message>
    <message>
        <source>change who works here</source>
        <translation>sửa danh sách nhân viên</translation>
    </message>
    <message>
        <source>change the settings</source>
        <translation>sửa cài đặt</translation>
    </message>
    <message>
        <source>give points, vouchers or a tier by hand</source>
        <translation>tặng điểm, phiếu hay hạng bằng tay</translation>
    </message>
    <message>
        <source>redeem so many points at once</source>
        <translation>đổi nhiều điểm như vậy một lần</translation>
    </message>
    <message>
        <source>take back so old a bill</source>
        <translation>nhận trả hoá đơn đã lâu như vậy</translation>
    </message>
    <message>
        <source>write customers’ particulars into a file</source>
        <translation>xuất thông tin khách ra tệp</translation>
    </message>
    <message>
        <source>merge members</source>
        <translation>gộp thành viên</translation>
    </message>
    <message>
        <source>take in a list</source>
        <translation>nhập danh sách</translation>
    </message>
    <message>
        <source>erase a member</source>
        <translation>xoá thành viên</translation>
    </message>
    <message>
        <source>bring back a backup</source>
        <translation>khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>change how the shop’s file is protected</source>
        <translation>sửa cách bảo vệ dữ liệu của quán</translation>
    </message>
    <message>
        <source>make cards</source>
        <translation>làm thẻ</translation>
    </message>
    <message>
        <source>look at who did what</source>
        <translation>xem nhật ký ai làm gì</translation>
    </message>
    <message>
        <source>You may not {act} – ask somebody who may to type their PIN</source>
        <translation>Bạn chưa được phép {act} – nhờ người có quyền nhập mã PIN</translation>
    </message>
    <message>
        <source>This is your own account – somebody else who may give points has to type their PIN</source>
        <translation>Đây là tài khoản của chính bạn – nhờ người khác có quyền tặng điểm nhập mã PIN</translation>
    </message>
    <message>
        <source>Wrong PIN – one try left before it is locked; wait {seconds} s</source>
        <translation>Sai mã PIN – còn một lần thử trước khi bị khoá; chờ {seconds} giây</translation>
    </message>
    <message>
        <source>Wrong PIN – wait {seconds} s, then try again</source>
        <translation>Sai mã PIN – chờ {seconds} giây rồi thử lại</translation>
    </message>
    <message>
        <source>Wait {seconds} s more after the wrong PIN, then try again</source>
        <translation>Vừa sai mã PIN – chờ thêm {seconds} giây rồi thử lại</translation>
    </message>
    <message>
        <source>This PIN is locked after too many wrong ones – a manager or owner opens it on the staff page</source>
        <translation>Mã PIN này bị khoá vì sai quá nhiều lần – quản lý hoặc chủ quán mở lại ở trang Nhân viên</translation>
    </message>
    <message>
        <source>Anybody would try this PIN first – choose another one</source>
        <translation>Mã PIN này ai cũng đoán ra – hãy chọn mã khác</translation>
    </message>
    <message>
        <source>A PIN is six digits</source>
        <translation>Mã PIN gồm sáu chữ số</translation>
    </message>
    <message>
        <source>Give an owner a PIN first – otherwise nobody could change anything any more</source>
        <translation>Đặt mã PIN cho chủ quán trước – nếu không sẽ không ai sửa được gì nữa</translation>
    </message>
    <message>
        <source>This is the only owner who can say who they are – make somebody else owner first</source>
        <translation>Đây là chủ quán duy nhất có mã PIN – hãy cho người khác làm chủ quán trước</translation>
    </message>
    <message>
        <source>This person works here no more, or has no PIN yet</source>
        <translation>Người này không còn làm ở quán, hoặc chưa có mã PIN</translation>
    </message>
    <message>
        <source>Type what this person is called</source>
        <translation>Nhập tên của người này</translation>
    </message>
    <message>
        <source>This does not prove whose shop it is – use the recovery code that was printed</source>
        <translation>Chưa chứng minh được đây là quán của ai – dùng mã khôi phục đã in ra</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ quán</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Quản lý</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Thu ngân</translation>
    </message>
    <message>
        <source>That was wrong before – wait {time}, then type it again</source>
        <translation>Vừa gõ sai – chờ {time} rồi gõ lại</translation>
    </message>
    <message>
        <source>Locked after too many wrong PINs – wait {time}, or choose “PIN forgotten?”</source>
        <translation>Đã khoá vì gõ sai mã PIN quá nhiều lần – chờ {time}, hoặc chọn “Quên mã PIN?”</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} giờ</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} giây</translation>
    </message>
    <message>
        <source>The two PINs are not the same – type both once more</source>
        <translation>Hai mã PIN không giống nhau – hãy gõ lại cả hai</translation>
    </message>
    <message>
        <source>Say who does this with --as: {names}</source>
        <translation>Cho biết ai làm việc này bằng --as: {names}</translation>
    </message>
    <message>
        <source>Nobody with a PIN here is called {name}, but: {names}</source>
        <translation>Không ai có mã PIN tên là {name}, chỉ có: {names}</translation>
    </message>
    <message>
        <source>Others may read {file} too – let it be read by you alone (chmod 600), then try again</source>
        <translation>Người khác cũng đọc được {file} – hãy chỉ để mình bạn đọc được (chmod 600) rồi thử lại</translation>
    </message>
    <message>
        <source>There is no PIN to be read in {file}</source>
        <translation>Không đọc được mã PIN trong {file}</translation>
    </message>
    <message>
        <source>Nobody is at a terminal to type the PIN – say with --pin-from where it stands</source>
        <translation>Không có ai ở cửa sổ lệnh để nhập mã PIN – cho biết mã PIN nằm ở đâu bằng --pin-from</translation>
    </message>
    <message>
        <source>The first line of {file} is no PIN of six digits</source>
        <translation>Dòng đầu của {file} không phải mã PIN sáu chữ số</translation>
    </message>
    <message>
        <source>Wrong code or passphrase – compare it with the paper, then type it again</source>
        <translation>Sai mã hoặc cụm mật khẩu – so lại với giấy rồi gõ lại</translation>
    </message>
    <message>
        <source>{name} is no owner; owners with a PIN: {names}</source>
        <translation>{name} không phải chủ quán; chủ quán có mã PIN: {names}</translation>
    </message>
    <message>
        <source>Nobody has a PIN in this shop yet – the first one is set on the staff page of the office</source>
        <translation>Quán này chưa ai có mã PIN – mã đầu tiên được đặt ở trang Nhân viên của phần Quản lý</translation>
    </message>
    <message>
        <source>the standard input</source>
        <translation>đầu vào chuẩn</translation>
    </message>
</context>
<context>
    <name>StaffCommand</name>
    <message>
        <source>Nobody is named: one person works here without a PIN.</source>
        <translation>Chưa ghi tên ai: một người làm ở đây, không dùng mã PIN.</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>chưa có mã PIN</translation>
    </message>
    <message>
        <source>another PIN was asked for and holds from {at}</source>
        <translation>có người xin mã PIN mới, có hiệu lực từ {at}</translation>
    </message>
    <message>
        <source>PIN locked</source>
        <translation>mã PIN bị khoá</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>đã đặt mã PIN</translation>
    </message>
    <message>
        <source>The recovery code from the paper, 24 digits</source>
        <translation>Mã khôi phục in trên giấy, 24 chữ số</translation>
    </message>
    <message>
        <source>The recovery code from the paper, or the passphrase</source>
        <translation>Mã khôi phục in trên giấy, hoặc cụm mật khẩu</translation>
    </message>
    <message>
        <source>The new PIN, six digits</source>
        <translation>Mã PIN mới, sáu chữ số</translation>
    </message>
    <message>
        <source>The new PIN once more</source>
        <translation>Gõ lại mã PIN mới</translation>
    </message>
    <message>
        <source>{name} has another PIN now.</source>
        <translation>{name} đã có mã PIN mới.</translation>
    </message>
    <message>
        <source>This shop is not protected, so nothing proves whose it is: the new PIN of {name} holds from {at}. Until then the till tells everybody, and the old PIN, another owner or a manager stops it.</source>
        <translation>Quán chưa bật bảo vệ dữ liệu nên không có gì chứng minh ai là chủ: mã PIN mới của {name} có hiệu lực từ {at}. Trong lúc chờ, máy báo cho mọi người biết; mã PIN cũ, chủ quán khác hoặc quản lý có thể chặn.</translation>
    </message>
</context>
<context>
    <name>Surroundings</name>
    <message>
        <source>Cannot write {path} – choose another folder, or make room on the disk</source>
        <translation>Không ghi được {path} – chọn thư mục khác, hoặc dọn bớt ổ đĩa</translation>
    </message>
    <message>
        <source>There is no file {path} – look at its name again</source>
        <translation>Không có tệp {path} – xem lại tên tệp</translation>
    </message>
    <message>
        <source>{path} is no picture that can be shown – choose a JPEG or PNG photo</source>
        <translation>{path} không phải ảnh xem được – hãy chọn ảnh JPEG hoặc PNG</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer – check that it is on and has paper</source>
        <translation>Máy in {printer} không trả lời – xem máy đã bật và còn giấy chưa</translation>
    </message>
    <message>
        <source>{file} is no longer there – choose it again</source>
        <translation>Không còn tệp {file} – chọn lại giúp</translation>
    </message>
    <message>
        <source>{file} may not be read – close it in Excel, then choose it again</source>
        <translation>Không đọc được {file} – đóng tệp trong Excel rồi chọn lại</translation>
    </message>
    <message>
        <source>{file} has a password – save it without one, then choose it again</source>
        <translation>{file} có mật khẩu – lưu lại không mật khẩu rồi chọn lại</translation>
    </message>
    <message>
        <source>{file} is damaged – open it in Excel and save it as a new file</source>
        <translation>{file} bị hỏng – mở bằng Excel rồi lưu thành tệp mới</translation>
    </message>
    <message>
        <source>{file} is empty – choose another file</source>
        <translation>{file} trống – chọn tệp khác</translation>
    </message>
    <message>
        <source>{file} is no customer list – choose an Excel or CSV file</source>
        <translation>{file} không phải danh sách khách – chọn tệp Excel hoặc CSV</translation>
    </message>
    <message>
        <source>The shop&apos;s file {path} is missing – plug the drive in, or restore a backup</source>
        <translation>Không thấy dữ liệu quán {path} – cắm lại ổ đĩa, hoặc khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>The till may not write {path} – ask for the right to write to this folder</source>
        <translation>Máy không được phép ghi {path} – xin quyền ghi vào thư mục này</translation>
    </message>
    <message>
        <source>The disk is full: the last step was not recorded, all before it is safe – make room, then do it again</source>
        <translation>Ổ đĩa đầy: bước vừa rồi chưa được ghi, trước đó vẫn an toàn – dọn bớt rồi làm lại</translation>
    </message>
    <message>
        <source>The disk does not answer properly: the last step was not recorded – try again, and copy the backups to another disk today</source>
        <translation>Ổ đĩa trục trặc: bước vừa rồi chưa được ghi – thử lại, và hôm nay chép bản sao lưu sang ổ khác</translation>
    </message>
    <message>
        <source>Another program holds the shop&apos;s file – close it (backup, virus scanner), then try again</source>
        <translation>Chương trình khác đang giữ tệp của quán – đóng nó (sao lưu, diệt virus) rồi thử lại</translation>
    </message>
    <message>
        <source>This file is from a newer LoyalPOS – update the program; the file is untouched</source>
        <translation>Tệp của LoyalPOS mới hơn – hãy cập nhật phần mềm; tệp còn nguyên</translation>
    </message>
    <message>
        <source>This file was written by an older LoyalPOS – open it once to bring it up to date</source>
        <translation>Tệp của LoyalPOS cũ hơn – mở một lần để nâng cấp</translation>
    </message>
    <message>
        <source>The shop&apos;s file is damaged – restore the last backup; the damaged file is kept</source>
        <translation>Tệp dữ liệu của quán bị hỏng – khôi phục bản sao lưu gần nhất; tệp hỏng vẫn được giữ</translation>
    </message>
    <message>
        <source>The database on this PC (SQLite {version}) can damage files – install LoyalPOS again</source>
        <translation>Thư viện dữ liệu trên máy này (SQLite {version}) có thể làm hỏng tệp – cài lại LoyalPOS</translation>
    </message>
    <message>
        <source>The backup is not good and was not kept – make another one, on another disk</source>
        <translation>Bản sao lưu không đạt nên không giữ – sao lưu lại, sang ổ khác</translation>
    </message>
    <message>
        <source>{path} may not be read – ask for the right to read it</source>
        <translation>Không có quyền đọc {path} – xin quyền đọc tệp này</translation>
    </message>
    <message>
        <source>The second folder {path} is not there – plug the stick in, or choose another folder</source>
        <translation>Không thấy thư mục thứ hai {path} – hãy cắm lại USB, hoặc chọn thư mục khác</translation>
    </message>
    <message>
        <source>{file} is no longer there – choose another backup; the shop&apos;s file of now is untouched</source>
        <translation>{file} không còn ở đó – chọn bản sao lưu khác; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>{file} is a folder – name one backup in it, a file that ends in .loyalpos; the shop&apos;s file of now is untouched</source>
        <translation>{file} là một thư mục – hãy ghi tên một bản sao lưu trong đó, tức tệp có đuôi .loyalpos; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>The file {file}.json is missing or damaged, without which the backup cannot be proved – put it beside the backup, or choose another one; the shop&apos;s file of now is untouched</source>
        <translation>Tệp {file}.json bị thiếu hoặc hỏng, không có nó thì không kiểm chứng được bản sao lưu – hãy đặt lại nó bên cạnh bản sao lưu, hoặc chọn bản khác; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>{file} is no backup of LoyalPOS – choose a file that ends in .loyalpos; the shop&apos;s file of now is untouched</source>
        <translation>{file} không phải bản sao lưu của LoyalPOS – hãy chọn tệp có đuôi .loyalpos; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>{file} is from a newer LoyalPOS – update the program, then restore it; the shop&apos;s file of now is untouched</source>
        <translation>{file} là của bản LoyalPOS mới hơn – cập nhật chương trình rồi khôi phục; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>{file} is of another shop or has another key – choose another backup; the shop&apos;s file of now is untouched</source>
        <translation>{file} là của quán khác hoặc có khoá khác – chọn bản sao lưu khác; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be restored – choose another backup; the shop&apos;s file of now is untouched</source>
        <translation>{file} bị hỏng nên không khôi phục được – chọn bản sao lưu khác; dữ liệu hiện tại của quán vẫn nguyên vẹn</translation>
    </message>
    <message>
        <source>The PC ended the trial, perhaps for want of memory – try fewer days</source>
        <translation>Máy đã ngắt lần thử, có thể vì thiếu bộ nhớ – hãy thử ít ngày hơn</translation>
    </message>
    <message>
        <source>{file} is a drawing for a printing house – save it as PNG, then choose that file</source>
        <translation>{file} là bản vẽ dành cho nhà in – hãy lưu thành PNG rồi chọn tệp đó</translation>
    </message>
    <message>
        <source>{file} is broken or not whole – copy it again, or choose another file</source>
        <translation>{file} bị hỏng hoặc chép chưa trọn – hãy chép lại, hoặc chọn tệp khác</translation>
    </message>
    <message>
        <source>{file} is far too large – save it smaller, 2000 × 2000 dots are plenty</source>
        <translation>{file} quá lớn – hãy lưu nhỏ lại, 2000 × 2000 điểm ảnh là đủ</translation>
    </message>
    <message>
        <source>Nothing is to be seen on {file}: it is all white or transparent</source>
        <translation>{file} không có gì để thấy: toàn màu trắng hoặc trong suốt</translation>
    </message>
    <message>
        <source>{file} is no picture – choose a JPEG or PNG file of the logo</source>
        <translation>{file} không phải là ảnh – hãy chọn tệp logo JPEG hoặc PNG</translation>
    </message>
    <message>
        <source>The card template “{name}” is damaged ({place}) – choose another one, or install LoyalPOS again</source>
        <translation>Mẫu thẻ “{name}” bị hỏng ({place}) – hãy chọn mẫu khác, hoặc cài lại LoyalPOS</translation>
    </message>
    <message>
        <source>“{printer}” is no address of a printer – look at it in the settings</source>
        <translation>“{printer}” không phải địa chỉ máy in – xem lại trong phần cài đặt</translation>
    </message>
    <message>
        <source>Nobody on the network is called {printer} – check the printer&apos;s address</source>
        <translation>Trong mạng không có máy nào tên {printer} – xem lại địa chỉ máy in</translation>
    </message>
    <message>
        <source>There is no way to the printer {printer} – check the network and its cable</source>
        <translation>Không có đường tới máy in {printer} – xem lại mạng và dây</translation>
    </message>
    <message>
        <source>The printer {printer} takes nothing – check that it is on, and its port</source>
        <translation>Máy in {printer} không nhận lệnh – xem máy đã bật chưa và cổng có đúng không</translation>
    </message>
    <message>
        <source>The printer {printer} broke off – check cable and paper</source>
        <translation>Máy in {printer} ngắt giữa chừng – xem lại dây và giấy</translation>
    </message>
    <message>
        <source>There is no printer at {printer} – check that it is on and plugged in</source>
        <translation>Không thấy máy in ở {printer} – xem máy đã bật và cắm dây chưa</translation>
    </message>
    <message>
        <source>This PC may not write to {printer} – ask for the right to use the printer</source>
        <translation>Máy tính này không được phép ghi vào {printer} – hãy xin quyền dùng máy in</translation>
    </message>
    <message>
        <source>Another program has the printer {printer} – close that one</source>
        <translation>Chương trình khác đang giữ máy in {printer} – hãy đóng chương trình đó</translation>
    </message>
    <message>
        <source>This PC has no driver for {printer} – connect the printer by network instead</source>
        <translation>Máy tính này không có trình điều khiển cho {printer} – hãy nối máy in qua mạng</translation>
    </message>
    <message>
        <source>{path} cannot be opened: its beginning is damaged, it has another key, or it is no file of this shop – bring a backup back, or put the right file there</source>
        <translation>Không mở được {path}: phần đầu tệp bị hỏng, tệp có khoá khác, hoặc không phải tệp của quán này – hãy khôi phục bản sao lưu, hoặc đặt đúng tệp vào đó</translation>
    </message>
    <message>
        <source>{path} is on a network drive, where the shop&apos;s file could break – choose a folder of this PC</source>
        <translation>{path} nằm trên ổ mạng, tệp của quán có thể bị hỏng ở đó – hãy chọn một thư mục của máy này</translation>
    </message>
    <message>
        <source>a cloud program</source>
        <translation>Một chương trình đám mây</translation>
    </message>
    <message>
        <source>{name} copies {path}, and the shop&apos;s file could break – choose another folder of this PC</source>
        <translation>{name} đồng bộ {path}, tệp của quán có thể bị hỏng – hãy chọn thư mục khác của máy này</translation>
    </message>
    <message>
        <source>{file} is missing – name the whole folder of an export; nothing was written</source>
        <translation>Thiếu {file} – hãy chỉ cả thư mục đã xuất; chưa ghi gì</translation>
    </message>
    <message>
        <source>{file}, line {line}, is from a newer LoyalPOS – update the program; nothing was written</source>
        <translation>{file}, dòng {line}, là của LoyalPOS mới hơn – hãy cập nhật chương trình; chưa ghi gì</translation>
    </message>
    <message>
        <source>{file}, line {line}: the journal says something else – export again; nothing was written</source>
        <translation>{file}, dòng {line}: nhật ký ghi khác – hãy xuất lại; chưa ghi gì</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not what was exported – export again; nothing was written</source>
        <translation>{file}, dòng {line}: không đúng như lúc xuất – hãy xuất lại; chưa ghi gì</translation>
    </message>
    <message>
        <source>The PC ended the work on the list, perhaps for want of memory – begin again: whoever has come in already comes in once only</source>
        <translation>Máy tính đã ngắt việc nhập danh sách, có thể vì thiếu bộ nhớ – hãy làm lại: khách đã vào rồi không bị vào hai lần</translation>
    </message>
    <message>
        <source>The books were put away meanwhile, so this was broken off; what was done before that is kept</source>
        <translation>Sổ đã được cất trong lúc đang làm nên việc này bị ngắt; những gì làm trước đó vẫn còn</translation>
    </message>
    <message>
        <source>{path} is a file – name a folder</source>
        <translation>{path} là một tệp – hãy chọn một thư mục</translation>
    </message>
    <message>
        <source>The folder {path} cannot be made there – name another one</source>
        <translation>Không tạo được thư mục {path} ở đó – hãy chọn thư mục khác</translation>
    </message>
    <message>
        <source>{file} is a folder – choose an Excel or CSV file</source>
        <translation>{file} là một thư mục – hãy chọn tệp Excel hoặc CSV</translation>
    </message>
    <message>
        <source>{file} cannot be read – ask for the right to read it, or copy it again</source>
        <translation>Không đọc được {file} – hãy xin quyền đọc, hoặc chép lại tệp</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>PIN: </source>
        <translation>Mã PIN: </translation>
    </message>
    <message>
        <source>Who is there? Type the number or the name:</source>
        <translation>Ai đang dùng máy? Gõ số hoặc tên:</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open the till</source>
        <translation>Mở quầy</translation>
    </message>
    <message>
        <source>Compact strip</source>
        <translation>Thanh thu gọn</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>revision {number}</source>
        <translation>bản {number}</translation>
    </message>
    <message>
        <source>what was given</source>
        <translation>đã phát thật</translation>
    </message>
    <message>
        <source>{points} more than were given</source>
        <translation>nhiều hơn {points}</translation>
    </message>
    <message>
        <source>{points} fewer than were given</source>
        <translation>ít hơn {points}</translation>
    </message>
    <message>
        <source>exactly as many as were given</source>
        <translation>đúng bằng số đã phát</translation>
    </message>
    <message>
        <source>Points given</source>
        <translation>Điểm phát ra</translation>
    </message>
    <message>
        <source>Estimated cost of rewards</source>
        <translation>Chi phí thưởng ước tính</translation>
    </message>
    <message>
        <source>Not known: no reward has a price in đồng, and nobody has said what a point costs.</source>
        <translation>Chưa biết: chưa có phần thưởng nào tính được ra tiền, và chưa ghi một điểm tốn bao nhiêu.</translation>
    </message>
    <message>
        <source>= {share} of what members paid</source>
        <translation>= {share} doanh thu thành viên</translation>
    </message>
    <message>
        <source>Customers in {tier}</source>
        <translation>Khách hạng {tier}</translation>
    </message>
    <message>
        <source>{now} of those who came, now {was}</source>
        <translation>{now} khách trong số đã ghé, hiện nay {was}</translation>
    </message>
    <message>
        <source>{group}: +{points} for each</source>
        <translation>{group}: +{points}/khách</translation>
    </message>
    <message>
        <source>Bills gone through again: {bills}, of the last {days} days</source>
        <translation>chạy lại {bills} hoá đơn của {days} ngày qua</translation>
    </message>
    <message>
        <source>For {cause}</source>
        <translation>Góp cho {cause}</translation>
    </message>
    <message>
        <source>{percent} of what members paid</source>
        <translation>{percent} số tiền khách thành viên trả</translation>
    </message>
    <message>
        <source>Every tier keeps as many as it has.</source>
        <translation>Hạng nào cũng giữ nguyên số khách.</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Hạng thành viên</translation>
    </message>
    <message>
        <source>Customers who get more: {more}, who get fewer: {fewer}</source>
        <translation>{more} khách được nhiều hơn, {fewer} khách được ít hơn</translation>
    </message>
    <message>
        <source>Nobody gets more than they got.</source>
        <translation>Không ai được nhiều điểm hơn trước.</translation>
    </message>
    <message>
        <source>Who gains most</source>
        <translation>Khách được lợi nhiều nhất</translation>
    </message>
    <message>
        <source>{spent} of {budget} in {month}</source>
        <translation>{spent} trên {budget}, tháng {month}</translation>
    </message>
    <message>
        <source>The money of that month would be used up.</source>
        <translation>Tiền của tháng ấy sẽ hết.</translation>
    </message>
    <message>
        <source>The money of that month would nearly be used up.</source>
        <translation>Tiền của tháng ấy sẽ gần hết.</translation>
    </message>
    <message>
        <source>Who buy {category}</source>
        <translation>Nhóm mua {category}</translation>
    </message>
    <message>
        <source>Who buy {category} in the morning</source>
        <translation>Nhóm mua {category} buổi sáng</translation>
    </message>
    <message>
        <source>Who buy {category} at noon</source>
        <translation>Nhóm mua {category} buổi trưa</translation>
    </message>
    <message>
        <source>Who buy {category} in the afternoon</source>
        <translation>Nhóm mua {category} buổi chiều</translation>
    </message>
    <message>
        <source>Who buy {category} in the evening</source>
        <translation>Nhóm mua {category} buổi tối</translation>
    </message>
    <message>
        <source>Who come in the morning</source>
        <translation>Nhóm ghé buổi sáng</translation>
    </message>
    <message>
        <source>Who come at noon</source>
        <translation>Nhóm ghé buổi trưa</translation>
    </message>
    <message>
        <source>Who come in the afternoon</source>
        <translation>Nhóm ghé buổi chiều</translation>
    </message>
    <message>
        <source>Who come in the evening</source>
        <translation>Nhóm ghé buổi tối</translation>
    </message>
    <message>
        <source>Most points come from “{rule}”: {points}</source>
        <translation>Luật cho nhiều điểm nhất: “{rule}”, {points} điểm</translation>
    </message>
    <message>
        <source>Budget “{name}”</source>
        <translation>Ngân sách “{name}”</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>khách chưa ghi tên</translation>
    </message>
    <message>
        <source>{said}; {undone} more were undone and do not count</source>
        <translation>{said}; thêm {undone} hoá đơn đã hoàn tác, không tính</translation>
    </message>
    <message>
        <source>with the points of gifts</source>
        <translation>Gồm cả điểm quà tặng.</translation>
    </message>
    <message>
        <source>Stamps, tickets and vouchers are not in it.</source>
        <translation>Chưa gồm tem, vé và phiếu.</translation>
    </message>
    <message>
        <source>points in them: {points} · {before}: {count}, points {were}</source>
        <translation>số điểm trong đó: {points} · {before}: {count} quà, {were} điểm</translation>
    </message>
    <message>
        <source>were given</source>
        <translation>đã tặng</translation>
    </message>
    <message>
        <source>not counted, as nobody had them on these terms: {gifts}</source>
        <translation>chưa tính vì chưa ai được tặng theo điều kiện này: {gifts}</translation>
    </message>
    <message>
        <source>Gifts beside bills</source>
        <translation>Quà ngoài hoá đơn</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>stamps</source>
        <translation>tem</translation>
    </message>
    <message>
        <source>stamp</source>
        <translation>tem</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>vé</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>vé</translation>
    </message>
    <message>
        <source>times</source>
        <translation>lần</translation>
    </message>
    <message>
        <source>time</source>
        <translation>lần</translation>
    </message>
</context>
<context>
    <name>UnlockPanel</name>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>The shop is locked</source>
        <translation>Quán đang khoá</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Mã khôi phục</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>Cụm mật khẩu hoặc mã khôi phục</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Hide what I type</source>
        <translation>Ẩn chữ đang gõ</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
</context>
</TS>
